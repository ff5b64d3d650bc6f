package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.NO_ACTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.testing.EachServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Names of tables of which the MySQL family cannot make names of constraints, and names that SQL has to quote. */
@Tag("thorough")
class NamesTest {
    private static Models models(String table, String column, ReferentialAction onDelete) {
        return Models.define(models -> {
            models.model("Parent", m -> m.tableName("parent")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            models.model("Child", m -> m.tableName(table)
                    .attribute("id", integer().primaryKey())
                    .attribute(column, integer().references("parent", "id").onDelete(onDelete))
                    .attribute("name", string(20).defaultValue(column).unique())
                    .check("id > 0")
                    .noTimestamps());
        });
    }

    private static Stream<DynamicTest> named(String what, String table, String column) {
        return EachServer.family()
                .map(server -> server.test(what, fresh -> {
                    Database database = Database.of(fresh.dataSource());

                    Sync.create().verifying().run(models(table, column, NO_ACTION), database);
                    Sync.alter().verifying().run(models(table, column, CASCADE), database);
                    Sync.alter().verifying().run(models(table, column, NO_ACTION), database);

                    assertThat(Sync.alter()
                                    .plan(models(table, column, NO_ACTION), database)
                                    .steps())
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> of_a_table_that_leave_no_room_for_the_server_are_no_obstacle() {
        return Stream.of(
                        named("64 characters", "a".repeat(64), "p"),
                        named("57 characters", "b".repeat(57), "p"),
                        named("60 characters of two bytes", "é".repeat(60), "p"))
                .flatMap(s -> s);
    }

    @TestFactory
    Stream<DynamicTest> may_have_what_SQL_has_to_quote() {
        return Stream.of(
                        named("quotes", "a`b\"c'd", "e'f`g\\h"),
                        named("dots and spaces", "a.b c", " d . e"),
                        named("reserved words", "select", "order"))
                .flatMap(s -> s);
    }
}
