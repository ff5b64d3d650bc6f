package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Columns that models spell in another case than the tables: one and the same to the MySQL family. */
@Tag("thorough")
class SpellingTest {
    private static final Models MODELS = Models.define(models -> {
        models.model("User", m -> m.tableName("users")
                .attribute("ID", integer().primaryKey())
                .attribute("username", string(30))
                .attribute("Age", bigInteger())
                .check("Age > 0")
                .index(i -> i.on("username", "Age").named("byName"))
                .noTimestamps());
        models.model("Pet", m -> m.tableName("pets")
                .attribute("id", integer().primaryKey())
                .attribute("OWNER", integer().references("users", "ID"))
                .noTimestamps());
    });

    @TestFactory
    Stream<DynamicTest> are_no_difference_and_keep_their_values() {
        return EachServer.family()
                .map(server -> server.test("another case", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE users (id INT PRIMARY KEY, userName VARCHAR(20), age INT,"
                            + " CHECK (age > 0), INDEX byName (userName, age))"));
                    database.execute(new Sql("INSERT INTO users VALUES (1, 'x', 5)"));
                    database.execute(new Sql("CREATE TABLE pets (ID INT PRIMARY KEY, owner INT,"
                            + " FOREIGN KEY (owner) REFERENCES users (id))"));

                    Sync.alter().verifying().run(MODELS, database);

                    assertThat(Sync.alter().plan(MODELS, database).isEmpty()).isTrue();
                    assertThat(database.query(new Sql("SELECT * FROM users")))
                            .containsExactly(Map.of("id", 1, "userName", "x", "age", 5L));
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_spelt_as_declared_where_the_table_is_created_anew() {
        return EachServer.family()
                .map(server -> server.test("force", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE users (id INT PRIMARY KEY, userName VARCHAR(20), age INT)"));

                    Sync.force().verifying().run(MODELS, database);

                    assertThat(database.read()
                                    .schema()
                                    .table(QualifiedName.of("users"))
                                    .orElseThrow()
                                    .columnNames())
                            .containsExactly("ID", "username", "Age");
                }));
    }
}
