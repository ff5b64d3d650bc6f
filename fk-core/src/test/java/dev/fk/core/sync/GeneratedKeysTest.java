package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Settings of MySQL 8.0.30 that want, or give, a primary key. */
@Tag("thorough")
class GeneratedKeysTest {
    private static final Models WITHOUT = Models.define(models -> models.model("Log", m -> m.tableName("log")
            .attribute("size", integer().notNull())
            .check("sizes", "size>0")
            .noPrimaryKey()
            .noTimestamps()));
    private static final Models WITH = Models.define(models -> models.model("Log", m -> m.tableName("log")
            .attribute("id", integer().primaryKey().autoIncrement())
            .attribute("size", integer().notNull())
            .check("sizes", "size>0")
            .noTimestamps()));

    @TestFactory
    Stream<DynamicTest> a_key_that_the_server_gives_a_table_without_one_stays_until_the_model_has_one() {
        return onMySql("sql_generate_invisible_primary_key", (generating, plain) -> {
            Sync.create().verifying().run(WITHOUT, generating);
            generating.execute(new Sql("INSERT INTO log (size) VALUES (7)"));

            assertThat(Sync.alter().plan(WITHOUT, generating).steps()).isEmpty();
            assertThat(Sync.alter().plan(WITHOUT, plain).steps()).isEmpty();
            Sync.force().rehearsing().verifying().run(WITHOUT, generating);

            Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(WITH, generating);
            assertThat(Sync.alter().plan(WITH, plain).steps()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> where_a_key_is_required_expressions_are_compared_all_the_same() {
        return onMySql("sql_require_primary_key", (requiring, plain) -> {
            Sync.create().run(WITHOUT, plain);
            assertThat(Sync.alter().plan(WITHOUT, requiring).steps()).isEmpty();

            Sync.force().run(WITH, plain);
            plain.execute(new Sql("ALTER TABLE log DROP CHECK sizes"));
            Sync.alter().rehearsing().verifying().run(WITH, requiring);
            assertThat(Sync.alter().plan(WITH, requiring).steps()).isEmpty();
        });
    }

    private interface Body {
        void with(Database set, Database plain);
    }

    private static Stream<DynamicTest> onMySql(String variable, Body body) {
        return EachServer.family()
                .filter(server -> server.toString().startsWith("mysql"))
                .map(server -> server.test(
                        variable,
                        fresh -> body.with(
                                Database.at(fresh.url() + "&sessionVariables=" + variable + "=1"),
                                Database.at(fresh.url()))));
    }
}
