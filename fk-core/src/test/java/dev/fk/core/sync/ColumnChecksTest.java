package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.testing.EachServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A check in the definition of a column, which on MariaDB goes when the column is defined anew without it. */
@Tag("thorough")
class ColumnChecksTest {
    private static Models users(Consumer<ModelSpec> more) {
        return Models.define(models -> models.model("User", m -> {
            m.tableName("users").attribute("id", integer().primaryKey()).noTimestamps();
            more.accept(m);
        }));
    }

    private static Stream<DynamicTest> test(String what, Consumer<Database> body) {
        return EachServer.family()
                .map(server -> server.test(what, fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE users (id INT PRIMARY KEY, age INT CHECK (age > 0))"));
                    body.accept(database);
                }));
    }

    private static void isStillChecked(Database database) {
        assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO users (id, age) VALUES (1, -1)")))
                .isInstanceOf(DatabaseException.class);
    }

    @TestFactory
    Stream<DynamicTest> stay_when_the_column_changes_and_nothing_drops_them() {
        Models bigger = users(m -> m.attribute("age", bigInteger().comment("in years")));
        return Stream.concat(
                test("without drops", database -> {
                    Sync.alter().withoutDrops().run(bigger, database);
                    isStillChecked(database);
                }),
                test("a changed column of a migration", database -> {
                    QueryInterface.of(database)
                            .changeColumn("users", "age", bigInteger().notNull());
                    isStillChecked(database);
                }));
    }

    @TestFactory
    Stream<DynamicTest> go_or_are_declared_otherwise_together_with_a_change_of_the_column() {
        return Stream.of(
                        users(m -> m.attribute("age", bigInteger())),
                        users(m -> m.attribute("age", bigInteger()).check("age > 0")),
                        users(m -> {}))
                .flatMap(models -> test("a model", database -> {
                    Sync.alter().allowing(Risk.DESTRUCTIVE).verifying().run(models, database);
                    assertThat(Sync.alter().plan(models, database).steps()).isEmpty();
                }));
    }
}
