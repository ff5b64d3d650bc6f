package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.rule.Rules;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an assertion, or what a failure offers, once led astray. */
@Tag("thorough")
class LedAstrayTest {
    private static final String PARENT = "CREATE TABLE parent (id integer PRIMARY KEY)";
    private static final String CHILD =
            "CREATE TABLE child (no integer, CONSTRAINT child_no FOREIGN KEY (no) REFERENCES parent (id))";
    private static final String LONG = "child_" + "n".repeat(70) + "_fk";

    private static String failure(ThrowingCallable assertion) {
        Throwable failure = catchThrowable(assertion);
        assertThat(failure).isInstanceOf(AssertionError.class);
        return failure.getMessage();
    }

    private static void execute(Database database, String... statements) {
        TestServer.execute(database.dataSource(), statements);
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_name_that_has_no_room_is_no_fix(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(database, PARENT, CHILD);
            String room = engine == Engine.POSTGRESQL ? "(63 bytes)" : "(64 characters)";

            assertThat(failure(() -> assertThat(table(database, "child"))
                            .hasForeignKey("no")
                            .named(LONG)))
                    .contains("there is no fix: ", "has no room for a name as long as " + LONG, room)
                    .doesNotContain("fix : ");
            assertThat(failure(() -> assertThat(table(database, "child"))
                            .hasOnlyForeignKeys(
                                    fk("no").referencing("parent", "id").named(LONG))))
                    .contains("has no room for a name as long as " + LONG)
                    .doesNotContain("fix : ");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRESQL")
    void a_foreign_key_to_a_table_that_is_not_there_references_none(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            try (Connection connection = database.dataSource().getConnection();
                    Statement unchecked = connection.createStatement()) {
                unchecked.execute("SET foreign_key_checks = 0");
                unchecked.execute(CHILD);
            }

            assertThat(failure(() -> assertThat(table(database, "child"))
                            .hasForeignKey("no")
                            .referencing("parent", "id")))
                    .contains("there is no table parent", "every insert with a value there fails");

            execute(database, PARENT);
            assertThat(table(database, "child")).hasForeignKey("no").referencing("parent", "id");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX by_no ON child (no) WHERE no IS NOT NULL",
                "CREATE INDEX by_no ON child (no, other) WHERE (no IS NOT NULL)"
            })
    void an_index_of_the_rows_that_reference_anything_serves_as_the_rule_says(String index) throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            execute(database, PARENT, CHILD, "ALTER TABLE child ADD COLUMN other integer", index);

            assertThat(SchemaAssertions.schema(database)).obeys(Rules.foreignKeysAreIndexed());
            assertThat(table(database, "child")).hasForeignKey("no").isIndexed();
            assertThat(table(database, "child")).hasIndexNamed("by_no").coversForeignKey("no");
        });
    }

    @Test
    void an_index_of_other_rows_serves_no_foreign_key() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            execute(
                    database,
                    PARENT,
                    CHILD,
                    "ALTER TABLE child ADD COLUMN other integer",
                    "CREATE INDEX by_no ON child (no) WHERE other IS NOT NULL");

            assertThat(failure(() -> assertThat(table(database, "child"))
                            .hasForeignKey("no")
                            .isIndexed()))
                    .contains("no index, primary key or unique key begins with (no)");
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_view_is_said_to_be_one_though_a_table_is_called_alike(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(database, PARENT, "CREATE VIEW parents AS SELECT id FROM parent");

            assertThat(failure(() -> assertThat(table(database, "parents")).exists()))
                    .contains("it is a view: assertThat(schema()).hasView(\"parents\")");
        });
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_view_has_the_name_of_its_schema_as_a_table_has(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(database, "CREATE VIEW one AS SELECT 1 AS id");
            QualifiedName one = QualifiedName.of(database.server().defaultSchema(), "one");
            SchemaAssert all = SchemaAssertions.assertThat(database);

            all.hasView(one).hasColumns("id");
            all.hasOnlyViews(one);
            assertThat(failure(() -> all.doesNotHaveView(one))).startsWith("Expecting no view one, but it exists.");
        });
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "MYSQL")
    void a_sequence_has_the_name_of_its_schema_as_a_table_has(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            execute(database, "CREATE SEQUENCE numbers START WITH 5");
            QualifiedName numbers = QualifiedName.of(database.server().defaultSchema(), "numbers");
            SchemaAssert all = SchemaAssertions.assertThat(database);

            all.hasSequence(numbers).startsAt(5);
            all.hasOnlySequences(numbers);
            assertThat(failure(() -> all.doesNotHaveSequence(numbers)))
                    .startsWith("Expecting no sequence numbers, but it exists.");
        });
    }

    @Test
    void another_action_is_not_offered_for_some_of_the_columns() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            execute(
                    database,
                    "CREATE TABLE pair (a integer, b integer, PRIMARY KEY (a, b))",
                    "CREATE TABLE one (a integer, b integer,"
                            + " FOREIGN KEY (a, b) REFERENCES pair (a, b) ON DELETE SET NULL (b))");
            ThrowingCallable cascades = () ->
                    assertThat(table(database, "one")).hasForeignKey("a", "b").onDelete(CASCADE);

            execute(database, Fix.of(failure(cascades)).toArray(String[]::new));

            assertThat(catchThrowable(cascades)).isNull();
        });
    }
}
