package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.character;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Model;
import dev.fk.core.model.Models;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Foreign keys to a column with a collation of its own, which the MySQL family wants to be the same on both sides. */
@OnPostgres
class CollatedKeysTest {
    private static Models models(String collation) {
        return Models.define(models -> {
            Model country = models.model("Country", m -> m.tableName("country")
                    .attribute("code", character(2).collate(collation).primaryKey())
                    .noTimestamps());
            Model person = models.model("Person", m -> m.tableName("person")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            Model address = models.model("Address", m -> m.tableName("address")
                    .attribute("id", integer().primaryKey())
                    .noTimestamps());
            address.belongsTo(country, a -> a.foreignKey("countryCode"));
            address.belongsTo(
                    country,
                    a -> a.foreignKey("origin", key -> key.type(character(2).collate(collation))
                            .notNull()));
            person.belongsToMany(country, a -> a.through("citizenship").noTimestamps());
            Model city = models.model(
                    "City",
                    m -> m.tableName("city").attribute("name", string(40)).noTimestamps());
            city.belongsTo(address, a -> a.foreignKey("hallId"));
        });
    }

    @TestFactory
    Stream<DynamicTest> are_made_of_columns_of_its_collation(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a collation", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models first = models(server.isTransactional() ? "C" : "ascii_bin");
                    Models second = models(server.isTransactional() ? "POSIX" : "latin1_german1_ci");

                    Sync.create().verifying().run(first, database);
                    database.execute(new Sql("INSERT INTO country (code) VALUES ('DE')"));
                    database.execute(new Sql("INSERT INTO address VALUES (1, 'DE', 'DE')"));
                    assertThat(Sync.alter().plan(first, database).isEmpty()).isTrue();
                    Sync.alter().verifying().run(second, database);

                    assertThat(Sync.alter().plan(second, database).isEmpty()).isTrue();
                    assertThat(database.query(new Sql("SELECT * FROM address"))).hasSize(1);
                    assertThat(List.of("address.countryCode", "address.origin", "citizenship.CountryCode"))
                            .allSatisfy(column -> assertThat(database.read()
                                            .schema()
                                            .table(column.substring(0, column.indexOf('.')))
                                            .orElseThrow()
                                            .column(column.substring(column.indexOf('.') + 1))
                                            .orElseThrow()
                                            .collation())
                                    .hasValue(server.isTransactional() ? "POSIX" : "latin1_german1_ci"));
                }));
    }
}
