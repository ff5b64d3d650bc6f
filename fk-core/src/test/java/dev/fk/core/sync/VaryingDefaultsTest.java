package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.character;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.testing.EachServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Defaults that are another value in each row, which MySQL takes in a new table only. */
@Tag("thorough")
class VaryingDefaultsTest {
    private static final Attribute<?> CODE = character(36).defaultExpression("(uuid())");

    private static Models models(Attribute<?>... codes) {
        return Models.define(all -> all.model("User", m -> {
            m.tableName("users").attribute("id", integer().primaryKey()).noTimestamps();
            List.of(codes).forEach(c -> m.attribute("code", c));
            if (codes.length > 0) {
                m.attribute("word", string(20).notNull().defaultExpression("'uuid() of'"));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> are_refused_before_anything_runs_where_the_server_does_and_the_remedy_works() {
        return EachServer.family()
                .map(server -> server.test("uuid()", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Models wanted = models(CODE.notNull());
                    Sync.create().run(wanted, database);
                    database.execute(new Sql("DROP TABLE users"));
                    Sync.create().run(models(), database);
                    database.execute(new Sql("INSERT INTO users VALUES (1), (2)"));

                    if (server.toString().startsWith("mysql")) {
                        assertThatThrownBy(() -> Sync.alter().run(wanted, database))
                                .isInstanceOf(PreflightException.class)
                                .hasMessageContaining("users.code is a new column whose default has uuid(), which MySQL"
                                        + " refuses to add to a table that is there (1674) (VaryingDefaultsTest.java:30). Add it nullable and without"
                                        + " a default, fill it (UPDATE `users` SET `code` = uuid()), then give it the"
                                        + " default. [FK228]");
                        assertThatThrownBy(() -> QueryInterface.of(database).addColumn("users", "code", CODE))
                                .isInstanceOf(PreflightException.class)
                                .hasMessageContaining("[FK228]");
                        Sync.alter().run(models(character(36)), database);
                        database.execute(new Sql("UPDATE `users` SET `code` = uuid()"));
                    }
                    Sync.alter().verifying().run(wanted, database);

                    assertThat(database.query(new Sql("SELECT DISTINCT code FROM users WHERE code <> ''")))
                            .hasSize(2);
                }));
    }
}
