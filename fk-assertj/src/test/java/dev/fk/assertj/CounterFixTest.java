package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.schema.Generation.Identity.Mode;
import dev.fk.core.schema.ReferentialAction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A column that should be counted up, or in another form, is so after what the failure shows, and goes on counting. */
class CounterFixTest {
    private static void fix(Database database, ThrowingCallable assertion) {
        String failure = String.valueOf(catchThrowable(assertion).getMessage());
        assertThat(Fix.of(failure)).as(failure).isNotEmpty();
        TestServer.execute(database.dataSource(), Fix.of(failure).toArray(String[]::new));
        assertThat(catchThrowable(assertion)).as(failure).isNull();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_a_key_without_one(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (id int PRIMARY KEY, name varchar(9), weight int)",
                    "INSERT INTO one VALUES (7, 'a', 1)",
                    "CREATE TABLE two (one_id int, FOREIGN KEY (one_id) REFERENCES one (id) ON DELETE CASCADE)",
                    "INSERT INTO two VALUES (7)");
            fix(
                    database,
                    () -> assertThat(table(database, "one")).hasColumn("id").isAutoIncrement());
            TestServer.execute(database.dataSource(), "INSERT INTO one (name, weight) VALUES ('b', 2)");
            assertThat(table(database, "two")).hasForeignKey("one_id").onDelete(ReferentialAction.CASCADE);

            assertThatThrownBy(() ->
                            assertThat(table(database, "one")).hasColumn("name").isAutoIncrement())
                    .hasMessageNotContaining("fix : ");
            if (engine != Engine.POSTGRESQL) {
                assertThatThrownBy(() -> assertThat(table(database, "one"))
                                .hasColumn("weight")
                                .isAutoIncrement())
                        .hasMessageContaining("there is no fix: one has 2 AUTO_INCREMENT columns");
            }
        });
    }

    @Test
    void in_another_form() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (id serial PRIMARY KEY, name text, n bigint NOT NULL DEFAULT 3)",
                    "INSERT INTO one (name) VALUES ('a'), ('b')");
            ColumnAssertion[] steps = {
                id -> id.isIdentity(Mode.ALWAYS), ColumnAssert::isNotIdentity, ColumnAssert::isIdentity
            };
            for (ColumnAssertion step : steps) {
                fix(database, () -> step.of(assertThat(table(database, "one")).hasColumn("id")));
                TestServer.execute(database.dataSource(), "INSERT INTO one (name) VALUES ('c')");
            }
            fix(
                    database,
                    () -> assertThat(table(database, "one")).hasColumn("n").isIdentity());
        });
    }

    @Test
    void by_the_sequence_that_it_had() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (id serial PRIMARY KEY, name text)",
                    "INSERT INTO one (name) VALUES ('a')",
                    "ALTER TABLE one ALTER COLUMN id DROP DEFAULT");
            assertThatThrownBy(() ->
                            assertThat(table(database, "one")).hasColumn("id").isAutoIncrement())
                    .hasMessageContaining("from the INSERT alone, though the sequence one_id_seq belongs to it");
            fix(
                    database,
                    () -> assertThat(table(database, "one")).hasColumn("id").isAutoIncrement());
            TestServer.execute(database.dataSource(), "INSERT INTO one (name) VALUES ('b')");
        });
    }

    private interface ColumnAssertion {
        void of(ColumnAssert column);
    }
}
