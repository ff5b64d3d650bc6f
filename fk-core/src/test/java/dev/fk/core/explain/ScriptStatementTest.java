package dev.fk.core.explain;

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
    void what_mysql_executes_of_comments_is_a_statement() {
        assertThat(mysql("/*!40101 SET NAMES utf8mb4; */;", "/* SET NAMES latin1 */;"))
                .containsExactly("1 /*!40101 SET NAMES utf8mb4; */");
        assertThat(postgresql("/*!40101 SET NAMES utf8mb4; */;")).isEmpty();
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
    void commands_of_client_programs_are_refused_with_their_line() {
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> mysql("SELECT 1;", "DELIMITER //", "SELECT 2 //"))
                .withMessageContaining("DELIMITER is a command of the program mysql")
                .extracting(ClientCommandException::line)
                .isEqualTo(2);
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> postgresql("SELECT 1;", "", "\\connect other"))
                .extracting(ClientCommandException::line)
                .isEqualTo(3);
        assertThatExceptionOfType(ClientCommandException.class)
                .isThrownBy(() -> postgresql("COPY public.a (b) FROM stdin;", "1", "\\."))
                .withMessageContaining("--inserts");
    }
}
