package dev.fk.core.explain.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is understood of statements that people write. */
class StatementParserTest {
    private static final Lexis POSTGRESQL = new Lexis("\"", true, false, false, false, true);
    private static final Lexis MYSQL = new Lexis("`", false, true, true, true, false);

    private static Statement parse(String sql, Lexis lexis) {
        return StatementParser.parse(sql, lexis).orElseThrow();
    }

    private static Clause.References references(String sql, Lexis lexis) {
        return parse(sql, lexis).clauses(Clause.References.class).findFirst().orElseThrow();
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    @Test
    void reads_a_foreign_key_of_alter_table() {
        Clause.References key = references(
                "ALTER TABLE ONLY s.\"Child\" ADD CONSTRAINT \"a \"\"b\" FOREIGN KEY (P, \"Q\")"
                        + " REFERENCES Other.Parent(Id, \"N\") MATCH FULL ON UPDATE SET NULL ON DELETE NO ACTION",
                POSTGRESQL);
        assertThat(key.name().map(Token::text)).contains("a \"b");
        assertThat(texts(key.columns())).containsExactly("p", "Q");
        assertThat(key.parent().qualified("public")).isEqualTo(QualifiedName.of("other", "parent"));
        assertThat(texts(key.referenced())).containsExactly("id", "N");
        assertThat(key.onUpdate().map(Clause.Action::action)).contains(ReferentialAction.SET_NULL);
        assertThat(key.onDelete().map(Clause.Action::action)).contains(ReferentialAction.NO_ACTION);
    }

    @Test
    void does_not_take_comments_and_strings_for_clauses() {
        Statement statement = parse(
                "CREATE TABLE `t` ( # FOREIGN KEY (a) REFERENCES b (c)\n"
                        + " a INT COMMENT 'it''s, \\'FOREIGN KEY (a) REFERENCES b (c)', -- REFERENCES x\n"
                        + " c INT /* REFERENCES y (z), */ REFERENCES `real` (`i``d`))",
                MYSQL);
        assertThat(statement.clauses(Clause.References.class))
                .singleElement()
                .satisfies(r -> assertThat(r.parent().name().text()).isEqualTo("real"))
                .satisfies(r -> assertThat(texts(r.referenced())).containsExactly("i`d"));
        assertThat(statement.clauses(Clause.ColumnDefinition.class)).hasSize(2);
    }

    @Test
    void does_not_look_into_dollar_quotes() {
        Statement statement =
                parse("CREATE TABLE t (a text DEFAULT $x$, FOREIGN KEY (a) REFERENCES b$x$, b int)", POSTGRESQL);
        assertThat(statement.clauses(Clause.References.class)).isEmpty();
        assertThat(statement.clauses(Clause.ColumnDefinition.class)).hasSize(2);
    }

    @Test
    void reads_columns_with_their_types() {
        Statement statement = parse(
                "CREATE TABLE t (a double precision NOT NULL, b timestamp (3) with time zone DEFAULT now(),"
                        + " c decimal(10, 2) UNIQUE, d varchar(5) CHARACTER SET latin1 COLLATE latin1_bin,"
                        + " e int GENERATED ALWAYS AS ((a + 1) * 2) STORED, UNIQUE (a, c), CHECK (a > 0))",
                MYSQL);
        assertThat(statement.clauses(Clause.ColumnDefinition.class).map(d -> d.type()
                        .map(statement::text)))
                .containsExactly(
                        Optional.of("double precision"),
                        Optional.of("timestamp (3) with time zone"),
                        Optional.of("decimal(10, 2)"),
                        Optional.of("varchar(5)"),
                        Optional.of("int"));
        List<Clause.ColumnDefinition> columns =
                statement.clauses(Clause.ColumnDefinition.class).toList();
        assertThat(columns.get(0).notNull().map(statement::text)).contains("NOT NULL");
        assertThat(columns.get(2).unique()).isTrue();
        assertThat(columns.get(3).charset()).contains("latin1");
        assertThat(columns.get(3).collation()).contains("latin1_bin");
        assertThat(columns.get(4).computed().map(Generation.Computed::storage))
                .contains(Generation.Computed.Storage.STORED);
        assertThat(columns.get(4).computed().map(c -> c.expression().sql())).contains("(a + 1) * 2");
        assertThat(statement.clauses(Clause.Key.class)).singleElement().satisfies(k -> assertThat(texts(k.columns()))
                .containsExactly("a", "c"));
    }

    @Test
    void reads_several_actions_of_one_statement() {
        Statement statement = parse(
                "ALTER TABLE t DROP COLUMN a, DROP FOREIGN KEY `f`, DROP PRIMARY KEY, MODIFY b BIGINT,"
                        + " CHANGE COLUMN c d INT NOT NULL, ADD COLUMN (e INT, g INT), ADD INDEX i (e)",
                MYSQL);
        assertThat(statement.clauses(Clause.Drop.class).map(Clause.Drop::kind))
                .containsExactly(Clause.Drop.Kind.COLUMN, Clause.Drop.Kind.FOREIGN_KEY, Clause.Drop.Kind.PRIMARY_KEY);
        assertThat(statement.clauses(Clause.ColumnDefinition.class).map(d -> d.name()
                        .text()))
                .containsExactly("b", "d", "e", "g");
        assertThat(statement.clauses(Clause.Key.class)).hasSize(1);
    }

    @Test
    void keeps_nullability_apart_that_is_not_said() {
        Statement statement =
                parse("ALTER TABLE t ALTER a TYPE bigint USING a::bigint, ALTER COLUMN b SET NOT NULL", POSTGRESQL);
        assertThat(statement.clauses(Clause.ColumnDefinition.class)).hasSize(2).allSatisfy(d -> assertThat(d.whole())
                .isFalse());
    }

    @Test
    void rewrites_one_part_and_nothing_else() {
        Statement statement = parse("ALTER TABLE child ADD  FOREIGN KEY (p) REFERENCES parnet (id)", POSTGRESQL);
        Clause.References key =
                statement.clauses(Clause.References.class).findFirst().orElseThrow();
        assertThat(statement.with(key.parent().name(), "\"parent\""))
                .isEqualTo("ALTER TABLE child ADD  FOREIGN KEY (p) REFERENCES \"parent\" (id)");
    }

    @Test
    void understands_nothing_of_other_statements_and_of_broken_ones() {
        assertThat(StatementParser.parse("VACUUM t", POSTGRESQL)).isEmpty();
        assertThat(StatementParser.parse("", POSTGRESQL)).isEmpty();
        assertThat(StatementParser.parse("DROP TRIGGER f ON t", POSTGRESQL)).isEmpty();
        for (String broken : List.of(
                "CREATE TABLE",
                "CREATE TABLE t (",
                "ALTER TABLE t ADD FOREIGN KEY (",
                "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES",
                "CREATE TABLE t (a 'x",
                "DELETE FROM",
                "DROP TABLE ,",
                "ALTER TABLE t DROP")) {
            assertThat(StatementParser.parse(broken, MYSQL).stream().flatMap(s -> s.clauses(Clause.References.class)))
                    .as(broken)
                    .isEmpty();
        }
    }
}
