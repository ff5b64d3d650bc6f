package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An index that is not as wanted is put right by what the failure offers. */
class IndexFixTest {
    private static void fix(Database database, ThrowingCallable assertion) {
        String failure = String.valueOf(catchThrowable(assertion).getMessage());
        assertThat(Fix.of(failure)).as(failure).isNotEmpty();
        TestServer.execute(database.dataSource(), Fix.of(failure).toArray(String[]::new));
        assertThat(catchThrowable(assertion)).as(failure).isNull();
    }

    @Test
    void also_one_of_a_foreign_key_that_PostgreSQL_does_not_ask_for() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE child (no integer REFERENCES parent (id))",
                    "CREATE INDEX by_no ON child USING hash (no)");

            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_no")
                    .hasMethod("btree"));
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void also_a_unique_one_where_that_is_a_unique_key(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (a integer, b integer, c integer)",
                    "CREATE UNIQUE INDEX by_a ON one (a)",
                    "CREATE UNIQUE INDEX by_b ON one (b)",
                    "CREATE UNIQUE INDEX by_c ON one (c)");

            fix(database, () -> assertThat(table(database, "one"))
                    .hasIndexNamed("by_a")
                    .isNotUnique());
            fix(database, () -> assertThat(table(database, "one")).hasIndex("b").named("of_b"));
            fix(database, () -> assertThat(table(database, "one")).doesNotHaveIndex("c"));
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void also_one_that_goes_the_other_way(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE child (a integer, b integer, FOREIGN KEY (a) REFERENCES parent (id))",
                    "CREATE INDEX by_a ON child (a, b DESC)",
                    "CREATE UNIQUE INDEX by_b ON child (b, a)");

            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_a")
                    .isAscending("b"));
            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_a")
                    .isDescending("b"));
            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_b")
                    .isDescending("b"));
            assertThatThrownBy(() -> assertThat(table(database, "child"))
                            .hasIndexNamed("by_b")
                            .isDescending("c"))
                    .hasMessageNotContaining("fix : ");
        });
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void also_one_of_other_columns(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE child (a integer, b integer, title varchar(90),"
                            + " FOREIGN KEY (a) REFERENCES parent (id))",
                    "CREATE INDEX by_b ON child (b, a)",
                    "CREATE INDEX by_title ON child (title DESC)");

            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_b")
                    .hasColumns("a", "b"));
            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_b")
                    .hasParts("a DESC"));
            fix(database, () -> assertThat(table(database, "child"))
                    .hasIndexNamed("by_title")
                    .hasColumns("title", "a"));
            assertThatThrownBy(() -> assertThat(table(database, "child"))
                            .hasIndexNamed("by_title")
                            .hasColumns("titel"))
                    .hasMessageNotContaining("fix : ");
        });
    }

    @Test
    void also_one_of_an_expression_and_what_its_parts_have_besides_stays() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (title text, no integer)",
                    "CREATE INDEX by_title ON one (title text_pattern_ops, no)");

            fix(database, () -> assertThat(table(database, "one"))
                    .hasIndexNamed("by_title")
                    .hasParts("title"));
            assertThat(table(database, "one"))
                    .satisfies(t -> assertThat(database.read().toString()).contains("text_pattern_ops"));
            fix(database, () -> assertThat(table(database, "one"))
                    .hasIndexNamed("by_title")
                    .hasParts("lower(title) DESC", "no"));
        });
    }

    @Tag("thorough")
    @Test
    void also_one_of_the_first_characters() throws Exception {
        Engine.MYSQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(), "CREATE TABLE one (title text)", "CREATE INDEX by_title ON one (title(20))");

            fix(database, () -> assertThat(table(database, "one"))
                    .hasIndexNamed("by_title")
                    .hasParts("title(9)"));
        });
    }

    @Test
    void but_not_one_that_has_no_order() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE one (no integer)",
                    "CREATE INDEX by_no ON one USING hash (no)");

            assertThatThrownBy(() -> assertThat(table(database, "one"))
                            .hasIndexNamed("by_no")
                            .isDescending("no"))
                    .hasMessageNotContaining("fix : ");
        });
    }

    @Test
    void and_it_is_said_when_replicas_lose_it() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE SCHEMA sales",
                    "CREATE TABLE one (a integer NOT NULL, b integer NOT NULL)",
                    "CREATE UNIQUE INDEX by_a ON one (a, b)",
                    "ALTER TABLE one REPLICA IDENTITY USING INDEX by_a",
                    "CREATE TABLE sales.two (a integer NOT NULL CONSTRAINT two_a UNIQUE)",
                    "ALTER TABLE sales.two REPLICA IDENTITY USING INDEX two_a");
            TableAssert one = assertThat(table(database, "one"));
            TableAssert two = assertThat(table(database, "sales", "two"));
            for (ThrowingCallable lost : List.<ThrowingCallable>of(
                    () -> one.hasIndexNamed("by_a").isNotUnique(),
                    () -> one.hasIndexNamed("by_a").hasCondition("a > 0"),
                    () -> one.doesNotHaveIndex("a", "b"),
                    () -> two.hasUniqueKey("a").isDeferrable(),
                    () -> two.doesNotHaveUniqueKey("a"))) {
                assertThatThrownBy(lost)
                        .hasMessageContainingAll(
                                "loss: with the fix, replicas would no longer tell the rows of", "fix : ");
            }
            assertThatThrownBy(() -> one.hasIndexNamed("by_a").isDescending("b"))
                    .hasMessageContaining("REPLICA IDENTITY USING INDEX")
                    .hasMessageNotContaining("loss: ");
            assertThatThrownBy(() -> one.hasColumn("a").isNullable())
                    .hasMessageContaining("there is no fix: replicas tell the rows of one apart by by_a")
                    .hasMessageNotContaining("fix : A");
        });
    }
}
