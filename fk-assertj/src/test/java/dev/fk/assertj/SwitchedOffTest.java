package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.schema;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.generate.AssertionWriter;
import dev.fk.core.rule.Rules;
import dev.fk.core.schema.Trigger;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A foreign key whose triggers are disabled on PostgreSQL stands in the catalog and looks after nothing, and so does a trigger. */
class SwitchedOffTest {
    private static List<ThrowingCallable> assertions(Database database) {
        return List.of(
                () -> assertThat(table(database, "child")).hasForeignKey("p").onDelete(CASCADE),
                () -> assertThat(table(database, "child")).hasForeignKeyNamed("child_p_fkey"),
                () -> assertThat(table(database, "child"))
                        .hasOnlyForeignKeys(fk("p").referencing("parent", "id").onDelete(CASCADE)),
                () -> assertThat(schema(database)).obeys(Rules.constraintsAreEnforced()));
    }

    private static String told(Database database) {
        return assertions(database).stream()
                .map(a -> String.valueOf(catchThrowable(a)).replaceAll("\n  db  : .*", ""))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({"DISABLE, disabled, DISABLE", "ENABLE REPLICA, enabled on replicas only, ENABLE REPLICA"})
    void nor_is_a_trigger_for_one_that_fires(String how, String state, String clause) throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE note (id int PRIMARY KEY)",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                    "CREATE TRIGGER note_touch BEFORE INSERT ON note FOR EACH ROW EXECUTE FUNCTION touch()",
                    "ALTER TABLE note " + how + " TRIGGER note_touch");
            for (ThrowingCallable presence : List.<ThrowingCallable>of(
                    () -> assertThat(table(database, "note")).hasTrigger("note_touch"),
                    () -> assertThat(table(database, "note")).hasOnlyTriggers("note_touch"))) {
                assertThatThrownBy(presence)
                        .hasMessageStartingWith(
                                "Expecting trigger note_touch of table note\n  want: enabled\n  have: " + state + "\n")
                        .hasMessageContaining("ALTER TABLE … " + clause + " TRIGGER");
            }
            assertThat(table(database, "note"))
                    .inEffectOrNot()
                    .hasTrigger("note_touch")
                    .firesBefore(Trigger.Event.INSERT)
                    .and()
                    .hasOnlyTriggers("note_touch");

            TestServer.execute(database.dataSource(), "ALTER TABLE note ENABLE TRIGGER note_touch");
            assertThat(table(database, "note")).hasTrigger("note_touch").and().hasOnlyTriggers("note_touch");
        });
    }

    @Test
    void lets_a_deletion_reach_nothing_which_is_said() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY)",
                    "CREATE TABLE child (p int REFERENCES parent ON DELETE CASCADE)",
                    "ALTER TABLE child DISABLE TRIGGER ALL");
            assertThatThrownBy(() ->
                            assertThat(schema(database)).deleting("parent").cascadesOnlyTo("child"))
                    .hasMessageContaining("child is missing: the foreign key that leads there does nothing:"
                            + " (p) REFERENCES parent (id) ON DELETE CASCADE, its triggers disabled [child_p_fkey]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"child", "parent"})
    void is_not_taken_for_one(String disabled) throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id int PRIMARY KEY)",
                    "CREATE TABLE child (id int PRIMARY KEY, p int REFERENCES parent ON DELETE CASCADE)",
                    "ALTER TABLE " + disabled + " DISABLE TRIGGER ALL");

            Golden.verify(Engine.POSTGRESQL, "texts/switched-off", told(database));
            GeneratedClass generated =
                    GeneratedClass.of(AssertionWriter.of("", "ShopTest").write(database), "ShopTest", url);
            for (String test : generated.tests()) {
                assertThat(generated.run(test)).as(test).isEmpty();
            }

            Throwable failure = catchThrowable(assertions(database).get(0));
            TestServer.execute(
                    database.dataSource(),
                    Fix.of(String.valueOf(failure.getMessage())).toArray(String[]::new));
            assertThat(told(database)).isEqualTo("null\nnull\nnull\nnull");
        });
    }
}
