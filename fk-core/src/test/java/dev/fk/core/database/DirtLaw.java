package dev.fk.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.RandomSchemas;
import java.sql.SQLException;
import java.util.List;

/**
 * What is found dirty the server refuses, or takes for something else, and most of what it refuses for its rows is found
 * before.
 */
final class DirtLaw {
    private static final int CASES = Integer.getInteger("fk.random.dirt", 100);

    private int refused;
    private int foreseen;
    private int passed;

    /** Makes a database empty again. */
    interface Clearing {
        void clear() throws SQLException;
    }

    void holds(Database database, RandomDirt.Words words, Clearing clearing) throws SQLException {
        long first = RandomSchemas.seed();
        for (long seed = first; seed < first + CASES; seed++) {
            clearing.clear();
            one(database, seed, words);
        }
        System.out.println(database.server() + ": " + refused + " refused, " + foreseen + " of them foreseen, " + passed
                + " passed");
        assertThat(foreseen).as("dirty cases").isPositive();
        assertThat(passed).as("clean cases").isPositive();
        assertThat(foreseen).as("foreseen among " + refused).isGreaterThanOrEqualTo(refused / 2);
    }

    private void one(Database database, long seed, RandomDirt.Words words) {
        RandomDirt dirt = new RandomDirt(seed, words);
        CanonicalSchema empty = database.canonical(Schema.empty());
        database.run(database.plan(Differ.diff(empty, database.canonical(dirt.schema())), empty));
        for (String insert : dirt.inserts()) {
            tryTo(database, insert);
        }
        CanonicalSchema from = database.read();
        ChangeSet changes = dirt.changes(from, database);
        Plan plan = database.plan(changes, from);
        List<DirtyData> found = database.data().dirty(plan);
        String told = found.isEmpty() ? "" : new DirtyDataException(plan, found).getMessage();
        String which = "-Dfk.random.seed=" + seed + " -Dfk.random.dirt=1\n" + changes + "\n" + told;
        try {
            database.run(plan);
            passed++;
            assertThat(found).as(which).allMatch(f -> becameAnother(database, f));
        } catch (StatementFailedException failed) {
            refused++;
            foreseen += found.isEmpty() ? 0 : 1;
            if (found.isEmpty() && Boolean.getBoolean("fk.random.verbose")) {
                System.out.println("unforeseen: " + which + failed.getMessage());
            }
            assertThat(found).as(which).allSatisfy(f -> assertThat(f.rows()).isNotEmpty());
        }
    }

    /**
     * What the server takes without a word and makes something else of: MySQL 9.7.4 and MariaDB 11.8.9 a text of digits, which
     * is the number of a label for them, and a fraction that becomes a whole number; every server blanks at the end.
     */
    private static boolean becameAnother(Database database, DirtyData found) {
        RowRules words = database.dialect().rowRules(database.server());
        Table table = database.read().schema().table(found.check().table()).orElseThrow();
        String name = found.check().columns().get(0);
        DataType type = table.column(name).orElseThrow().type();
        List<String> shown = found.check().labels();
        return found.rows().stream().allMatch(row -> {
            String id = row.get(shown.indexOf("id")).orElseThrow();
            String before = row.get(shown.indexOf(name)).orElseThrow();
            return database
                    .query(new Sql("SELECT " + words.text(words.quote(name), type) + " AS now FROM "
                            + words.quote(table.name()) + " WHERE " + words.quote("id") + " = " + id))
                    .stream()
                    .noneMatch(now -> before.equals(now.get("now")));
        });
    }

    private static void tryTo(Database database, String sql) {
        try {
            database.execute(new Sql(sql));
        } catch (DatabaseException refused) {
            // Not every value fits every type; the row is simply not there.
        }
    }
}
