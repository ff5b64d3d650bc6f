package dev.fk.assertj;

import static dev.fk.assertj.SchemaAssertions.fk;
import static dev.fk.assertj.SchemaAssertions.table;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fix takes no name away of which nothing was asserted. */
class KeptNamesTest {
    private static void fix(Database database, ThrowingCallable assertion) {
        String failure = String.valueOf(catchThrowable(assertion).getMessage());
        TestServer.execute(database.dataSource(), Fix.of(failure).toArray(String[]::new));
        assertThat(catchThrowable(assertion)).as(failure).isNull();
    }

    @Tag("thorough")
    @ParameterizedTest
    @EnumSource(Engine.class)
    void of_a_foreign_key_with_another_action(Engine engine) throws Exception {
        engine.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE parent (id integer PRIMARY KEY)",
                    "CREATE TABLE child (a integer, b integer,"
                            + " CONSTRAINT by_a FOREIGN KEY (a) REFERENCES parent (id),"
                            + " CONSTRAINT by_b FOREIGN KEY (b) REFERENCES parent (id))");

            fix(database, () -> assertThat(table(database, "child"))
                    .hasOnlyForeignKeys(
                            fk("a").referencing("parent", "id").onDelete(CASCADE),
                            fk("b").referencing("parent", "id")
                                    .onDelete(CASCADE)
                                    .named("other")));

            assertThat(table(database, "child")).hasForeignKey("a").named("by_a");
            assertThat(table(database, "child")).hasForeignKey("b").named("other");
        });
    }

    @Test
    void of_a_primary_key_of_other_columns() throws Exception {
        Engine.POSTGRESQL.server().fresh((database, url) -> {
            TestServer.execute(
                    database.dataSource(),
                    "CREATE TABLE child (a integer, b integer, CONSTRAINT both_of_it PRIMARY KEY (b, a))",
                    "COMMENT ON CONSTRAINT both_of_it ON child IS 'as they come in'");

            fix(database, () -> assertThat(table(database, "child")).hasPrimaryKey("a", "b"));

            assertThat(table(database, "child")).hasPrimaryKey("a", "b").named("both_of_it");
            assertThat(database.query(new Sql("SELECT obj_description(oid, 'pg_constraint') AS comment"
                            + " FROM pg_constraint WHERE conname = 'both_of_it'")))
                    .extracting(row -> row.get("comment"))
                    .containsExactly("as they come in");
        });
    }
}
