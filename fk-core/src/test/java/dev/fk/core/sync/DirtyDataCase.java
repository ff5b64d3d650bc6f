package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.smallInteger;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.Golden;
import java.io.IOException;

/** Shops whose rows do not fit what the models want of them from now on, in every way at once. */
final class DirtyDataCase {
    private static final Models BEFORE = Models.define(models -> {
        models.model("Customer", m -> m.tableName("customers")
                .attribute("id", integer().primaryKey())
                .attribute("email", string(50))
                .attribute("name", string(50))
                .noTimestamps());
        models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey())
                .attribute("customer_id", integer())
                .attribute("code", string(80).notNull())
                .attribute("kind", enumOf("new", "paid", "gone"))
                .attribute("total", integer())
                .noTimestamps());
    });

    private static final Models AFTER = Models.define(models -> {
        var customer = models.model("Customer", m -> m.tableName("customers")
                .attribute("id", integer().primaryKey())
                .attribute("email", string(50).unique("customers_email"))
                .attribute("name", string(50).notNull())
                .noTimestamps());
        var order = models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey())
                .attribute("customer_id", integer())
                .attribute("code", string(5).notNull())
                .attribute("kind", enumOf("new", "paid"))
                .attribute("total", smallInteger())
                .attribute("place", integer().notNull())
                .check("orders_total", "total > 0")
                .noTimestamps());
        customer.hasMany(order, a -> a.foreignKey("customer_id").onDelete(CASCADE));
    });

    private DirtyDataCase() {}

    static void is_found_before_anything_runs(Database database, String golden) throws IOException {
        Sync.create().run(BEFORE, database);
        fill(database);
        CanonicalSchema before = database.read();

        DirtyDataException refused = catchThrowableOfType(
                DirtyDataException.class, () -> Sync.alter().run(AFTER, database));

        Golden.assertEqual("dirty-data/" + golden + ".txt", refused.getMessage());
        assertThat(database.read()).isEqualTo(before);
        String json = Sync.alter().plan(AFTER, database).toJson();
        Golden.assertEqual(
                "dirty-data/" + golden + ".json",
                json.replace(database.server().database(), "fk_8f3a")
                        .replace(database.server().version().toString(), "1.2.3"));
        assertThat(new ObjectMapper().readTree(json).get("steps"))
                .hasSameSizeAs(refused.plan().steps());
        String steps = Sync.alter().plan(AFTER, database).render();
        clean(database);
        assertThat(Sync.alter().run(AFTER, database).render()).isEqualTo(steps);
        assertThat(Sync.alter().run(AFTER, database).steps()).isEmpty();
    }

    private static void fill(Database database) {
        execute(
                database,
                "INSERT INTO customers (id, email, name) VALUES (1, 'ann@example.org', 'Ann'), (2, 'bob@example.org', NULL),"
                        + " (3, 'ann@example.org', NULL), (4, NULL, 'Cleo'), (5, NULL, 'Dan')",
                "INSERT INTO orders (id, customer_id, code, kind, total) VALUES"
                        + " (1, 1, 'A-1', 'new', 10), (2, 7, 'A-2', 'gone', 20), (3, 8, 'A-3', 'paid', -5),"
                        + " (4, 9, 'A-4 and then it never ends, it goes on and on and on', 'gone', 40000),"
                        + " (5, NULL, 'A-5   ', NULL, NULL), (6, 10, 'A-6', 'new', 60), (7, 11, 'A-7', 'new', 70),"
                        + " (8, 12, 'A-8', 'new', 80)");
    }

    private static void clean(Database database) {
        execute(
                database,
                "UPDATE customers SET name = 'Nobody' WHERE name IS NULL",
                "UPDATE customers SET email = NULL WHERE id = 3",
                "DELETE FROM orders");
    }

    private static void execute(Database database, String... statements) {
        for (String statement : statements) {
            database.execute(new Sql(statement));
        }
    }
}
