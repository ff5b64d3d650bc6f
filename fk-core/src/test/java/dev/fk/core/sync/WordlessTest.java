package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.typed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What columns and indexes of the MySQL family have and models have no words for. */
@Tag("thorough")
class WordlessTest {
    private static final String SET_BY_UPDATES = "CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP";

    private static Models models(Attribute<?> changed, Attribute<?> number) {
        return Models.define(models -> models.model("Person", m -> m.tableName("person")
                .noTimestamps()
                .attribute("id", integer().primaryKey())
                .attribute("name", string(20))
                .attribute("number", number)
                .attribute("changed", changed)
                .index(i -> i.named("by_name").on("name", p -> p.prefix(5)))
                .unique(u -> u.named("by_number").on("number"))));
    }

    private static Attribute<?> timestamp(String defaultExpression) {
        return typed(new DataType.Other("timestamp")).notNull().defaultExpression(defaultExpression);
    }

    @TestFactory
    Stream<DynamicTest> stays_when_a_table_is_altered() {
        return EachServer.family()
                .map(server -> server.test("what no model says", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(
                            new Sql(
                                    "CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(20), number INT,"
                                            + " changed TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,"
                                            + " INDEX by_name (name(5)) COMMENT 'for searches', UNIQUE by_number (number) COMMENT 'theirs')"));
                    Table before = person(database);
                    Models silent = models(timestamp("CURRENT_TIMESTAMP"), integer());
                    assertThat(Sync.alter().plan(silent, database).isEmpty()).isTrue();

                    Sync.alter().verifying().run(models(timestamp("CURRENT_TIMESTAMP"), bigInteger()), database);

                    Table after = person(database);
                    assertThat(after.indexes()).isEqualTo(before.indexes());
                    assertThat(after.uniqueKeys()).isEqualTo(before.uniqueKeys());
                    assertThat(after.column("changed")).isEqualTo(before.column("changed"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_default_may_say_that_updates_set_a_moment() {
        return EachServer.family()
                .map(server -> server.test(SET_BY_UPDATES, fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models models = models(timestamp(SET_BY_UPDATES), integer());

                    Sync.create().verifying().run(models, database);

                    assertThat(person(database).column("changed").map(Column::options))
                            .hasToString("Optional[{on update=CURRENT_TIMESTAMP}]");
                    assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
                }));
    }

    private static Table person(Database database) {
        return database.read().schema().table("person").orElseThrow();
    }
}
