package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.bigInteger;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.MigrationProblemsException;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.plan.Problem;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.OnPostgres;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL refuses to take things from under is found before it does: 2BP01, 0A000, 42P16 on 15 and 18. */
@OnPostgres
class ObstaclesTest {
    private static final String FUNCTION =
            "CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN" + " NEW; END'";

    private static Models orders(Attribute<?> total, String... labels) {
        return Models.define(models -> models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey())
                .attribute("total", total)
                .attribute("state", enumOf(labels))
                .noTimestamps()));
    }

    private static Models orders() {
        return orders(integer(), "open", "sent", "gone");
    }

    private static Models onlyIds() {
        return Models.define(models -> models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey())
                .noTimestamps()));
    }

    private static void execute(Database database, String... statements) {
        Stream.of(statements).map(Sql::new).forEach(database::execute);
    }

    private static Problem onlyProblem(Plan plan) {
        assertThat(plan.problems()).hasSize(1);
        assertThat(plan.problems().get(0).code()).isEqualTo("FK107");
        return plan.problems().get(0);
    }

    /** What stands behind {@code Run before:} and {@code And after …:}, around the sync. */
    private static void follow(Problem problem, Database database, Runnable sync) {
        Matcher told = Pattern.compile(
                        "Run before: (.+)\\. And after, with what was granted on [a-z]+: (.+)\\.", Pattern.DOTALL)
                .matcher(problem.remedy());
        assertThat(told.matches()).as(problem.remedy()).isTrue();
        execute(database, told.group(1).split("; "));
        sync.run();
        execute(database, told.group(2).split("; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE VIEW totals AS SELECT id, total FROM orders",
                "CREATE VIEW \"Totals\" (a) WITH (security_barrier=true) AS SELECT total FROM orders WHERE id > 3",
                "CREATE MATERIALIZED VIEW totals AS SELECT total FROM orders",
                "CREATE RULE told AS ON UPDATE TO orders WHERE new.total > 0 DO ALSO SELECT 1",
                "CREATE POLICY own ON orders AS RESTRICTIVE FOR UPDATE TO postgres USING (total > 0) WITH CHECK (total > 1)",
                "CREATE TRIGGER touched BEFORE UPDATE OF total ON orders FOR EACH ROW EXECUTE FUNCTION touched()",
                "CREATE TRIGGER touched BEFORE INSERT ON orders FOR EACH ROW WHEN (new.total > 0) EXECUTE FUNCTION touched()",
                "CREATE FUNCTION sum() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT sum(total) FROM orders; END",
            })
    void stop_a_change_of_type_and_the_remedy_works(String statement, Database database) {
        Sync.create().run(orders(), database);
        execute(database, FUNCTION, statement);
        Models wider = orders(bigInteger(), "open", "sent", "gone");

        Plan plan = Sync.alter().plan(wider, database);

        assertThat(plan.render()).contains("  1  REFUSED         ALTER TABLE").contains("[FK107]");
        assertThatThrownBy(() -> database.run(plan)).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> Sync.alter().run(wider, database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining(onlyProblem(plan).fact());
        follow(onlyProblem(plan), database, () -> Sync.alter().run(wider, database));
        assertThat(Sync.alter().plan(wider, database).isEmpty()).isTrue();
        assertThat(Sync.alter().plan(orders(), database).problems().toString())
                .as("what stood there stands there again")
                .isEqualTo(plan.problems().toString());
    }

    /** A policy that does not come back is rows that others see. */
    @Test
    void of_several_changes_are_put_aside_and_brought_back_once(Database database) {
        Models before = people(integer());
        Models after = people(bigInteger());
        Sync.create().run(before, database);
        execute(
                database,
                "CREATE VIEW base AS SELECT id, boss FROM person",
                "CREATE VIEW people AS SELECT id, name FROM base JOIN dept USING (id) WHERE dept > 0",
                "CREATE POLICY own ON dept USING (dept > 0)",
                "CREATE VIEW depts AS SELECT dept FROM dept");

        Plan plan = Sync.alter().plan(after, database);

        assertThat(plan.problems()).hasSize(3);
        String told = plan.problems().toString();
        assertThat(told.split("DROP VIEW people", -1)).as(told).hasSize(2);
        plan.problems().forEach(p -> execute(database, statements(p, "Run before: (.+?)\\.( |$)")));
        Sync.alter().run(after, database);
        plan.problems().forEach(p -> execute(database, statements(p, "And after, [a-z ]+: (.+)\\.")));
        assertThat(Sync.alter().plan(before, database).problems().toString()).isEqualTo(told);
    }

    private static Models people(Attribute<?> number) {
        return Models.define(models -> {
            models.model("Person", m -> m.tableName("person")
                    .attribute("id", integer().primaryKey())
                    .attribute("boss", number)
                    .noTimestamps());
            models.model("Dept", m -> m.tableName("dept")
                    .attribute("id", integer().primaryKey())
                    .attribute("name", number)
                    .attribute("dept", number)
                    .noTimestamps());
        });
    }

    private static String[] statements(Problem problem, String form) {
        Matcher told = Pattern.compile(form, Pattern.DOTALL).matcher(problem.remedy());
        return told.find() ? told.group(1).split("; ") : new String[0];
    }

    @Test
    void bring_back_what_goes_with_a_view(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                FUNCTION,
                "CREATE VIEW totals AS SELECT id, total FROM orders",
                "CREATE TRIGGER adding INSTEAD OF INSERT ON totals FOR EACH ROW EXECUTE FUNCTION touched()",
                "CREATE RULE gone AS ON DELETE TO totals DO INSTEAD NOTHING",
                "COMMENT ON VIEW totals IS 'who''s who'",
                "COMMENT ON COLUMN totals.total IS 'all of it'",
                "CREATE MATERIALIZED VIEW kept AS SELECT total FROM orders",
                "COMMENT ON MATERIALIZED VIEW kept IS 'nightly'");
        Models wider = orders(bigInteger(), "open", "sent", "gone");

        follow(onlyProblem(Sync.alter().plan(wider, database)), database, () -> Sync.alter()
                .run(wider, database));

        assertThat(database.query(new Sql(
                                "SELECT (SELECT count(*) FROM pg_trigger WHERE tgrelid = 'totals'::regclass) AS t,"
                                        + " (SELECT count(*) FROM pg_rules WHERE rulename = 'gone') AS r,"
                                        + " obj_description('totals'::regclass) AS v, col_description('totals'::regclass, 2) AS c,"
                                        + " obj_description('kept'::regclass) AS k"))
                        .toString())
                .contains("t=1", "r=1", "v=who's who", "c=all of it", "k=nightly");
    }

    @Test
    void stop_what_goes_and_all_are_named_at_once(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                "CREATE VIEW totals AS SELECT total FROM orders",
                "CREATE VIEW more AS SELECT * FROM totals",
                "CREATE POLICY own ON orders USING (state = 'open')");
        Sync sync = Sync.alter().allowing(Risk.DESTRUCTIVE);

        assertThat(catchThrowableOfType(PreflightException.class, () -> sync.run(onlyIds(), database))
                        .problems())
                .extracting(Problem::fact)
                .satisfiesExactly(
                        f -> assertThat(f)
                                .startsWith("orders.total is used by view more, view totals, so that PostgreSQL ")
                                .endsWith(" would refuse to drop it"),
                        f -> assertThat(f).startsWith("orders.state is used by policy own on table orders, "));

        execute(database, "DROP VIEW more", "DROP VIEW totals", "DROP POLICY own ON orders");
        sync.run(onlyIds(), database);
    }

    @Test
    void a_column_that_no_view_uses_changes_as_ever(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                "CREATE VIEW ids AS SELECT id FROM orders",
                "CREATE VIEW counted AS SELECT count(*) FROM orders");

        Sync.alter().allowing(Risk.DESTRUCTIVE).run(onlyIds(), database);
    }

    @Test
    void what_goes_with_the_table_does_not_keep_it(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                FUNCTION,
                "CREATE POLICY own ON orders USING (total > 0)",
                "CREATE TRIGGER touched BEFORE UPDATE OF total ON orders FOR EACH ROW EXECUTE FUNCTION touched()",
                "CREATE RULE told AS ON UPDATE TO orders WHERE new.total > 0 DO ALSO SELECT 1");

        Sync.force().run(orders(bigInteger(), "open"), database);

        execute(database, "CREATE VIEW totals AS SELECT total FROM orders");
        assertThatThrownBy(() -> Sync.force().run(orders(), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining("orders is used by view totals, so that");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f(enum_orders_state) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE DOMAIN state AS enum_orders_state",
                "CREATE TYPE pair AS (a enum_orders_state)",
                "CREATE VIEW states AS SELECT state FROM orders",
                "CREATE VIEW literals AS SELECT 'open'::enum_orders_state AS state",
                "CREATE POLICY own ON orders USING (state = 'open')",
                "ALTER TABLE orders ADD COLUMN is_open boolean GENERATED ALWAYS AS (state = 'open') STORED",
                "CREATE TABLE parts (state enum_orders_state) PARTITION BY LIST (state)",
            })
    void stop_labels_from_going_or_moving_and_a_type_from_coming_anew(String statement, Database database) {
        Sync.create().run(orders(), database);
        execute(database, statement);
        Sync keeping = Sync.alter().withoutDrops();
        for (List<String> labels : List.of(List.of("open", "sent"), List.of("sent", "open", "gone"))) {
            Models other = orders(integer(), labels.toArray(String[]::new));
            Plan plan = keeping.plan(other, database);

            assertThatThrownBy(() -> database.run(plan)).hasRootCauseInstanceOf(SQLException.class);
            assertThat(onlyProblem(plan).fact())
                    .startsWith("The enum type enum_orders_state is used by ")
                    .endsWith("would refuse to remove its labels or change their order");
        }
        keeping.run(orders(integer(), "open", "sent", "gone", "back"), database);
    }

    @Test
    void labels_go_where_only_tables_use_the_type(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                "CREATE TABLE others (a enum_orders_state DEFAULT 'sent' CHECK (a <> 'open'), b enum_orders_state[], c text"
                        + " DEFAULT 'open'::enum_orders_state::text)",
                "CREATE INDEX ON others ((a = 'sent'))");

        Sync.alter().run(orders(integer(), "sent", "open"), database);

        assertThat(Sync.alter()
                        .plan(orders(integer(), "sent", "open"), database)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_column_computed_from_an_enum_is_none_where_it_goes_as_well(Database database) {
        Sync.create().run(orders(), database);
        execute(database, "ALTER TABLE orders ADD COLUMN is_open boolean GENERATED ALWAYS AS (state = 'open') STORED");
        Models fewer = orders(integer(), "open", "sent");

        assertThat(onlyProblem(Sync.alter().withoutDrops().plan(fewer, database))
                        .fact())
                .contains("is used by generated column is_open of table orders, so that");
        Sync.alter().allowing(Risk.DESTRUCTIVE).run(fewer, database);

        assertThat(Sync.alter().plan(fewer, database).isEmpty()).isTrue();
    }

    @Test
    void a_column_from_which_another_is_computed_stays_unless_that_goes_too(Database database) {
        execute(
                database,
                "CREATE TABLE line (id int PRIMARY KEY, price int, tax int,"
                        + " total int GENERATED ALWAYS AS (price + tax) STORED)");
        Migrator first = Migrator.of(new Calls("1", q -> q.createTable("other", t -> {
                    t.column("id", integer().primaryKey());
                })
                .removeColumn("line", "tax")));
        Migrator both = Migrator.of(
                new Calls("1", q -> q.removeColumn("line", "total").removeColumn("line", "tax")),
                new Calls("2", q -> q.addColumn("line", "note", string(5))));
        Migrator together = Migrator.of(new Calls(
                "1",
                q -> q.together(t -> {
                    t.removeColumn("line", "price");
                    t.removeColumn("line", "total");
                })));

        assertThatThrownBy(() -> first.up(database))
                .isInstanceOf(MigrationProblemsException.class)
                .hasMessageContaining("line.tax is used by generated column total of table line, so that PostgreSQL ")
                .hasMessageContaining("Change or drop generated column total of table line first.");
        both.up(database);
        both.undoAll(database);
        together.up(database);

        assertThat(database.read().schema().table("line").orElseThrow().columnNames())
                .containsExactlyInAnyOrder("id", "tax");
    }

    private static Models withDefault(String label, String note, String... labels) {
        return Models.define(models -> models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().primaryKey())
                .attribute("state", enumOf(labels).defaultValue(label))
                .attribute("note", string(9).defaultValue(note))
                .noTimestamps()));
    }

    /** PostgreSQL 18.6 lets nobody use a label in the transaction that has added it to a type (55P04). */
    @Test
    void stop_a_label_from_being_used_as_soon_as_it_is_added(Database database) {
        Sync.create().run(withDefault("open", "", "open"), database);
        execute(database, "CREATE VIEW states AS SELECT state FROM orders");
        Models sent = withDefault("sent", "", "open", "sent");

        Plan plan = Sync.alter().plan(sent, database);
        assertThatThrownBy(() -> database.run(plan)).hasRootCauseInstanceOf(SQLException.class);
        assertThat(onlyProblem(plan).fact())
                .startsWith("The enum type enum_orders_state is used by view states, so that ")
                .endsWith(" would refuse to use the labels that it gets in the same transaction");

        Sync.alter().run(withDefault("open", "back", "open", "back"), database);
        Sync.alter().online().run(withDefault("sent", "back", "open", "back", "sent"), database);
    }

    @Test
    void stop_a_label_from_being_used_by_a_later_call_of_the_same_migration(Database database) {
        Sync.create().run(withDefault("open", "", "open"), database);
        execute(database, "CREATE VIEW states AS SELECT state FROM orders", "INSERT INTO orders (id) VALUES (1)");
        Consumer<QueryInterface> label = q -> q.changeEnum("enum_orders_state", "open", "sent");
        Consumer<QueryInterface> defaults =
                q -> q.changeColumn("orders", "state", enumOf("open", "sent").defaultValue("sent"));
        Consumer<QueryInterface> rows = q -> q.update("orders", Map.of("state", "sent"), Map.of("id", 1));

        for (Consumer<QueryInterface> use : List.of(defaults, rows)) {
            assertThatThrownBy(() ->
                            Migrator.of(new Calls("1", label.andThen(use))).up(database))
                    .isInstanceOf(MigrationProblemsException.class)
                    .hasMessageStartingWith("1 problem ")
                    .hasMessageContaining("would refuse to use the labels that it gets in the same transaction")
                    .hasMessageContaining("Add the labels in a migration of their own, before this one.");
        }

        Migrator.of(new Calls("1", label), new Calls("2", defaults.andThen(rows)))
                .up(database);
        assertThat(database.query(new Sql("SELECT state::text FROM orders")).toString())
                .contains("sent");
    }

    /** Which other columns it may show depends on the key (2BP01). */
    @Test
    void a_view_that_groups_by_the_primary_key_keeps_it(Database database) {
        Sync.create().run(orders(), database);
        execute(database, "CREATE VIEW grouped AS SELECT id, state FROM orders GROUP BY id");
        Models without = Models.define(models -> models.model("Order", m -> m.tableName("orders")
                .attribute("id", integer().notNull())
                .attribute("total", integer().primaryKey())
                .attribute("state", enumOf("open", "sent", "gone"))
                .noTimestamps()));

        Problem problem = onlyProblem(Sync.alter().plan(without, database));
        assertThat(problem.fact()).startsWith("The primary key of orders is used by view grouped, so that ");
        assertThat(problem.remedy()).isEqualTo("Run before: DROP VIEW grouped.");
    }

    @Test
    void forcing_other_labels_says_who_keeps_the_type(Database database) {
        Sync.create().run(orders(), database);
        execute(database, "CREATE FUNCTION f(enum_orders_state) RETURNS integer LANGUAGE sql AS 'SELECT 1'");

        assertThatThrownBy(() -> Sync.force().run(orders(integer(), "open"), database))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining(
                        "The enum type enum_orders_state is used by function f(enum_orders_state), so that");
        Sync.force().run(orders(), database);

        execute(database, "DROP FUNCTION f(enum_orders_state)");
        Sync.force().run(orders(integer(), "open"), database);
    }

    private record Calls(String id, Consumer<QueryInterface> calls) implements Migration {
        @Override
        public void up(QueryInterface q) {
            calls.accept(q);
        }
    }

    @Test
    void are_found_before_any_migration_runs(Database database) {
        Sync.create().run(orders(), database);
        execute(database, "CREATE VIEW totals AS SELECT total FROM orders");

        Migrator migrator = Migrator.of(
                new Calls("1", q -> q.createTable(
                                "t", t -> t.column("id", integer().primaryKey()))
                        .dropTable("t")),
                new Calls("2", q -> q.changeColumn("orders", "total", bigInteger())),
                new Calls("3", q -> q.removeColumn("orders", "total")),
                new Calls("4", q -> q.dropTable("orders")));

        assertThatThrownBy(() -> migrator.up(database))
                .isInstanceOf(MigrationProblemsException.class)
                .hasMessageContainingAll(
                        "3 problems",
                        "2: orders.total is used by view totals",
                        "3: orders.total is used by view totals",
                        "4: orders is used by view totals");
        assertThat(database.read().schema().tables()).hasSize(1);

        Migrator way = Migrator.of(new Calls("1", q -> q.sql("DROP VIEW totals")
                .changeColumn("orders", "total", bigInteger())
                .sql("CREATE VIEW totals AS SELECT total FROM orders")));
        assertThat(way.up(database)).containsExactly("1");
    }

    @Test
    void that_a_migration_has_dropped_with_their_table_are_none(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                "CREATE TABLE notes (id integer)",
                "CREATE POLICY own ON notes USING (id IN (SELECT total FROM orders))");

        Migrator.of(
                        new Calls("1", q -> q.dropTable("notes").removeColumn("orders", "total")),
                        new Calls("2", q -> q.renameTable("orders", "purchases").dropTable("purchases")))
                .up(database);

        assertThat(database.read().schema().table("orders")).isEmpty();
    }

    /** PostgreSQL drops no partition of what a foreign key references, but detaches it: 2BP01 on 15 and 18. */
    @Test
    void a_partition_of_a_referenced_table_can_be_dropped(Database database) {
        execute(
                database,
                "CREATE TABLE orders (id integer PRIMARY KEY) PARTITION BY RANGE (id)",
                "CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (1) TO (10)",
                "CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM (10) TO (20)",
                "CREATE TABLE items (order_id integer REFERENCES orders ON DELETE CASCADE)",
                "INSERT INTO orders VALUES (1), (11)",
                "INSERT INTO items VALUES (11)");
        CanonicalSchema before = database.read();
        Migrator migrator = Migrator.of(new Calls("1", q -> q.dropTable("orders_1")));

        migrator.up(database);

        assertThat(database.read().schema().table("orders_1")).isEmpty();
        assertThat(database.read().schema().table("items").orElseThrow().foreignKeys())
                .hasSize(1);
        migrator.undo(database);
        assertThat(database.read().schema().table("orders_1"))
                .isEqualTo(before.schema().table("orders_1"));
        assertThatThrownBy(() -> Migrator.of(new Calls("2", q -> q.dropTable("orders_2")))
                        .up(database))
                .hasMessageContaining("violates foreign key constraint");
    }

    @Test
    void undoing_says_which_view_has_come_since(Database database) {
        Sync.create().run(orders(), database);
        Migrator migrator = Migrator.of(new Calls("1", q -> q.addColumn("orders", "more", integer())));
        migrator.up(database);
        execute(database, "CREATE VIEW since AS SELECT more FROM orders");

        assertThatThrownBy(() -> migrator.undo(database))
                .hasMessageContaining("why : orders.more is used by view since")
                .hasMessageContaining("fix : DROP VIEW since;");

        execute(database, "DROP VIEW since");
        assertThat(migrator.undo(database)).containsExactly("1");
    }

    @Test
    void may_use_each_other(Database database) {
        Sync.create().run(orders(), database);
        execute(
                database,
                "CREATE VIEW one AS SELECT total FROM orders",
                "CREATE VIEW two AS SELECT total FROM one",
                "CREATE OR REPLACE VIEW one AS SELECT total FROM orders WHERE EXISTS (SELECT FROM two)");

        assertThat(onlyProblem(Sync.alter().plan(orders(bigInteger(), "open", "sent", "gone"), database))
                        .fact())
                .contains("view one")
                .contains("view two");
    }
}
