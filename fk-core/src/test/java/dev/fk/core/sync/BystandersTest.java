package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Tables that no model describes, with foreign keys to tables that are altered. */
@OnPostgres
@Tag("thorough")
class BystandersTest {

    private static Models users(Attribute<?> id, Attribute<?> name) {
        return Models.define(models -> models.model("User", m -> m.tableName("users")
                .attribute("id", id)
                .attribute("name", name)
                .noTimestamps()));
    }

    private static Database with(EachServer.FreshDatabase fresh, Models models, String statement) {
        Database database = Database.of(fresh.dataSource());
        Sync.create().run(models, database);
        database.execute(new Sql(statement));
        return database;
    }

    @TestFactory
    Stream<DynamicTest> a_wider_key_does_not_cost_them_their_foreign_key(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("int to bigint", fresh -> {
                    Models before = users(integer().primaryKey().autoIncrement(), string(50));
                    Models after = users(bigInteger().primaryKey().autoIncrement(), string(50));
                    Database database = with(
                            fresh,
                            before,
                            "CREATE TABLE invoice (id integer PRIMARY KEY, payer integer, FOREIGN KEY (payer) REFERENCES users (id))");
                    CanonicalSchema untouched = database.read();

                    if (server.isTransactional()) {
                        Sync.alter().run(after, database);
                        assertThat(Sync.alter().plan(after, database).isEmpty()).isTrue();
                    } else {
                        assertThatThrownBy(() -> Sync.alter().run(after, database))
                                .isInstanceOf(PreflightException.class)
                                .hasMessageContaining(
                                        "invoice.payer is INTEGER, but users.id, which it references, is BIGINT")
                                .hasMessageContaining(
                                        "invoice is not one of the tables of this sync and is left as it is. [FK004]");
                        assertThat(database.read()).isEqualTo(untouched);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_key_that_they_reference_does_not_go(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("unique no more", fresh -> {
                    Models before = users(
                            integer().primaryKey().autoIncrement(), string(50).unique());
                    Models after = users(integer().primaryKey().autoIncrement(), string(50));
                    Database database = with(
                            fresh,
                            before,
                            "CREATE TABLE invoice (id integer PRIMARY KEY, payer varchar(50), FOREIGN KEY (payer) REFERENCES users (name))");
                    CanonicalSchema untouched = database.read();

                    assertThatThrownBy(() -> Sync.alter().run(after, database))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("invoice(payer) references users(name), which is neither");
                    assertThat(database.read()).isEqualTo(untouched);
                    assertThat(Sync.alter().withoutDrops().plan(after, database).isEmpty())
                            .isTrue();
                }));
    }
}
