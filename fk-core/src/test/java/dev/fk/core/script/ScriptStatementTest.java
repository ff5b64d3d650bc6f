package dev.fk.core.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fk.core.dialect.Lexis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a statement of a script ends. */
class ScriptStatementTest {
    private static final Lexis POSTGRESQL = new Lexis("\"", true, false, false, false, true);
    private static final Lexis MYSQL = new Lexis("`", false, true, true, true, false);

    private static List<String> postgresql(String... lines) {
        return texts(POSTGRESQL, lines);
    }

    private static List<String> mysql(String... lines) {
        return texts(MYSQL, lines);
    }

    private static List<String> texts(Lexis lexis, String... lines) {
        return ScriptStatement.of(String.join("\n", lines), lexis).stream()
                .map(s -> s.line() + " " + s.sql().text())
                .toList();
    }

    @Test
    void a_semicolon_ends_it_and_the_last_one_needs_none() {
        assertThat(postgresql("", "SELECT 1;", ";", "  SELECT", "2; SELECT 3"))
                .containsExactly("2 SELECT 1", "4 SELECT\n2", "5 SELECT 3");
        assertThat(postgresql("-- nothing", "/* at all */ ;")).isEmpty();
    }

    @Test
    void strings_names_and_comments_hide_semicolons() {
        assertThat(postgresql("SELECT 'a;''b;', \"c;\", E'd\\';' -- e;", ", 1 /* f; /* g; */ h; */; SELECT 2"))
                .containsExactly("1 SELECT 'a;''b;', \"c;\", E'd\\';' -- e;\n, 1", "2 SELECT 2");
        assertThat(mysql("SELECT 'a\\';', \"b;\", `c;` # d;", "-- e;", ", 1--1; SELECT 2"))
                .containsExactly("1 SELECT 'a\\';', \"b;\", `c;` # d;\n-- e;\n, 1--1", "3 SELECT 2");
    }

    @Test
    void dollar_quotes_hide_semicolons_where_there_are_any() {
        assertThat(postgresql("DO $body1$ BEGIN; $$;$$ END; $body1$;", "SELECT $1;"))
                .containsExactly("1 DO $body1$ BEGIN; $$;$$ END; $body1$", "2 SELECT $1");
        assertThat(mysql("SELECT a$b$;", "SELECT $b$;")).containsExactly("1 SELECT a$b$", "2 SELECT $b$");
    }

    @Test
    void parentheses_hide_semicolons_from_psql_as_in_rules() {
        String rule = "CREATE RULE log AS ON DELETE TO a DO INSTEAD ( DELETE FROM b\n  WHERE (b.id = old.id);\n"
                + " INSERT INTO c DEFAULT VALUES;\n)";
        assertThat(postgresql(rule + ";", "SELECT ')'); SELECT (1); SELECT 2"))
                .containsExactly("1 " + rule, "5 SELECT ')')", "5 SELECT (1)", "5 SELECT 2");
        assertThat(mysql("SELECT (1; SELECT 2)")).containsExactly("1 SELECT (1", "1 SELECT 2)");
    }

    @Test
    void what_mysql_executes_of_comments_is_a_statement() {
        assertThat(mysql("/*!40101 SET SQL_MODE=''; */;", "/* SET SQL_MODE='' */;"))
                .containsExactly("1 /*!40101 SET SQL_MODE=''; */");
        assertThat(postgresql("/*!40101 SET SQL_MODE=''; */;")).isEmpty();
    }

    @Test
    void a_body_ends_with_its_last_end() {
        String function = "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC"
                + " SELECT CASE WHEN true THEN 1 END; SELECT 2; END";
        assertThat(postgresql("BEGIN;", function + ";", "COMMIT;"))
                .containsExactly("1 BEGIN", "2 " + function, "3 COMMIT");
        String trigger = "CREATE DEFINER = `a`@`b` TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN"
                + " IF NEW.d THEN SET NEW.e = 1; END IF; CASE NEW.d WHEN 1 THEN BEGIN END; END CASE; END";
        assertThat(mysql(trigger + ";", "SELECT 1;")).containsExactly("1 " + trigger, "2 SELECT 1");
    }

    @Test
    void what_is_called_end_ends_no_body() {
        String trigger = "CREATE TRIGGER t BEFORE INSERT ON event FOR EACH ROW BEGIN"
                + " IF NEW.end < NEW . begin THEN SET NEW.`end` = NEW.begin; END IF; SET NEW.end = 1; END";
        String counting = "CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO INSERT INTO n VALUES (i); END FOR;"
                + " SELECT n FROM n ORDER BY CASE n WHEN 1 THEN 2 ELSE 1 END FOR UPDATE; SELECT 1; END";
        assertThat(mysql(trigger + ";", counting + ";", "SELECT 1"))
                .containsExactly("1 " + trigger, "2 " + counting, "3 SELECT 1");
    }

    @Test
    void a_delimiter_ends_statements_until_there_is_another() {
        String body = "CREATE TRIGGER t BEFORE INSERT ON c FOR EACH ROW BEGIN SET NEW.e = '$$'; SELECT 1; END";
        assertThat(mysql(
                        "delimiter $$",
                        body + "$$",
                        "-- $$",
                        "SELECT 1; SELECT 2 $$",
                        "DELIMITER ;",
                        "SELECT 3; SELECT 4"))
                .containsExactly("2 " + body, "4 SELECT 1; SELECT 2", "6 SELECT 3", "6 SELECT 4");
        assertThat(mysql("DELIMITER //", "SELECT 1/2//", "//", "DELIMITER ;", "SELECT 3"))
                .containsExactly("2 SELECT 1/2", "5 SELECT 3");
        assertThat(mysql(
                        "DELIMITER ;;",
                        "/*!50003 CREATE*/ /*!50017 PROCEDURE p() BEGIN SELECT 1; END */;;",
                        "DELIMITER ;"))
                .containsExactly("2 /*!50003 CREATE*/ /*!50017 PROCEDURE p() BEGIN SELECT 1; END */");
    }

    @Test
    void rows_behind_copy_are_inserted() {
        assertThat(postgresql(
                        "COPY public.a (b, \"c\"\"d\") FROM stdin; -- rows",
                        "1\tit's $$ \"; /* --",
                        "2\t\\N",
                        "\\\\N\ta\\tb\\x41\\101\\v\\'",
                        "\t",
                        "\\.",
                        "SELECT 1;"))
                .containsExactly(
                        """
                        2 INSERT INTO public.a (b, "c""d") OVERRIDING SYSTEM VALUE VALUES
                        (E'1', E'it''s $$ "; /* --'),
                        (E'2', NULL),
                        (E'\\\\N', E'a\tbAA\013'''),
                        (E'', E'')"""
                                .replace("\\013", "\u000B"),
                        "7 SELECT 1");
        assertThat(postgresql("COPY a FROM stdin;", "\\.", "COPY b FROM '/tmp/b';", "COPY c FROM STDIN;"))
                .containsExactly("3 COPY b FROM '/tmp/b'");
        String many = "1\r\n".repeat(501);
        assertThat(postgresql("COPY a FROM stdin;\r", many + "\\.\r", "SELECT 2"))
                .hasSize(3)
                .satisfies(all -> assertThat(all.get(0)).doesNotContain("\r"))
                .satisfies(
                        all -> assertThat(all.get(1)).startsWith("502 INSERT").endsWith("VALUES\n(E'1')"))
                .satisfies(all -> assertThat(all.get(2)).isEqualTo("504 SELECT 2"));
    }

    @Test
    void what_only_matters_to_the_client_program_is_passed_over() {
        assertThat(postgresql(
                        "\\restrict aB;'c",
                        "SET client_encoding = 'LATIN1'; SET transaction_timeout = 0;",
                        "\\set ON_ERROR_STOP on",
                        "SELECT 1;",
                        "\\unrestrict aB;'c"))
                .containsExactly("4 SELECT 1");
        assertThat(mysql(
                        "/*!40101 SET @OLD=@@CHARACTER_SET_CLIENT */;",
                        "SET NAMES latin1;",
                        "/*!50003 SET character_set_client  = latin1 */ ;",
                        "SET character_set_results = @old;",
                        "SET collation_connection = latin1_swedish_ci;"))
                .containsExactly(
                        "1 /*!40101 SET @OLD=@@CHARACTER_SET_CLIENT */",
                        "5 SET collation_connection = latin1_swedish_ci");
    }

    @Test
    void commands_of_client_programs_that_are_missed_are_refused_with_their_line() {
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> mysql("SELECT 1;", "CREATE DATABASE shop;", "USE `shop`;"))
                .withMessageContaining("USE leads to another database")
                .extracting(ClientCommandException::line)
                .isEqualTo(3);
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> postgresql("SELECT 1;", "", "\\connect other"))
                .extracting(ClientCommandException::line)
                .isEqualTo(3);
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> postgresql("COPY public.a (b) FROM stdin WITH (FORMAT csv);", "1", "\\."))
                .withMessageContaining("without options");
    }
}
