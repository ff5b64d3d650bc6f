package dev.fk.core.odd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.migration.Constraints;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Rewording;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.RandomSchemas;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Of a table made by hand, whatever is taken away by a migration comes back with its undo as the server showed it before; and
 * what is read of it differs in nothing from itself.
 */
@OnPostgres
class OddTablesTest {
    private static final int TABLES = Integer.getInteger("fk.random.tables", 25);
    private static final int FAILURES = Integer.getInteger("fk.random.failures", 5);
    private static final int CALLS = 4;

    private record Step(String id, Consumer<QueryInterface> calls) implements Migration {
        @Override
        public void up(QueryInterface q) {
            calls.accept(q);
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_taken_away_comes_back_as_it_was(PostgresServer postgres) {
        long first = RandomSchemas.seed();
        return EachServer.all(postgres)
                .map(server -> server.test("odd tables", fresh -> {
                    Place place = new Place(Database.of(fresh.dataSource()), server, postgres.majorVersion());
                    List<String> failures = new ArrayList<>();
                    int made = 0;
                    int calls = 0;
                    for (long seed = first; seed < first + TABLES && failures.size() < FAILURES; seed++) {
                        OddTable table = place.table(seed);
                        if (place.make(table)) {
                            made++;
                            calls += walk(seed, table, place, failures);
                        }
                    }
                    System.out.printf(
                            "odd tables on %s: %d made, %d calls undone, -Dfk.random.seed=%d%n",
                            server, made, calls, first);
                    assertThat(failures).isEmpty();
                    assertThat(calls).isGreaterThan(made);
                }));
    }

    private static int walk(long seed, OddTable odd, Place place, List<String> failures) throws SQLException {
        CanonicalSchema read = place.database().read();
        Table table = read.schema()
                .table(QualifiedName.of(odd.name()))
                .orElseThrow(() -> new AssertionError("not read: " + odd));
        String replay = "\n-Dfk.random.seed=" + seed + " -Dfk.random.tables=1 on " + place.server() + "\n" + odd + "\n";
        String differences = differences(place.database(), read).toString();
        if (!differences.isEmpty()) {
            failures.add(replay + "differs from itself:\n" + differences);
        }
        String before = place.text(odd);
        int undone = 0;
        for (Step step : steps(table, new Random(seed))) {
            Migrator migrator = Migrator.of(step);
            try {
                migrator.up(place.database());
            } catch (RuntimeException refused) {
                place.make(odd);
                continue;
            }
            String after;
            try {
                migrator.undo(place.database());
                undone++;
                after = place.text(odd);
            } catch (RuntimeException failed) {
                after = failed.getMessage();
            }
            if (!after.equals(before)) {
                failures.add(
                        replay + step.id() + " and back:\n" + lines("- ", before, after) + lines("+ ", after, before));
                place.make(odd);
            }
        }
        return undone;
    }

    private static ChangeSet differences(Database database, CanonicalSchema read) {
        CanonicalSchema wish = database.canonical(read.schema());
        ChangeSet changes = Differ.diff(read, wish);
        Set<QualifiedName> tables = Rewording.tables(changes);
        return tables.isEmpty() ? changes : Differ.diff(read, database.normalize(wish, tables));
    }

    private static String lines(String mark, String of, String without) {
        Set<String> others = without.lines().collect(Collectors.toSet());
        return of.lines()
                .filter(l -> !others.contains(l))
                .map(l -> mark + l + "\n")
                .collect(Collectors.joining());
    }

    private static List<Step> steps(Table table, Random random) {
        String name = table.name().name();
        List<Step> steps = new ArrayList<>();
        for (Column column : table.columns()) {
            steps.add(new Step("removeColumn " + column.name(), q -> q.removeColumn(name, column.name())));
        }
        for (Index index : table.indexes()) {
            index.name().ifPresent(i -> steps.add(new Step("removeIndex " + i, q -> q.removeIndex(name, i))));
        }
        table.constraints()
                .flatMap(c -> c.name().stream())
                .forEach(c -> steps.add(new Step("removeConstraint " + c, q -> q.removeConstraint(name, c))));
        if (table.primaryKey().isPresent()) {
            steps.add(new Step("removePrimaryKey", q -> q.removeConstraint(name, Constraints.thePrimaryKey())));
        }
        List<Step> some = new ArrayList<>(new Pick(random).shuffled(steps).subList(0, Math.min(CALLS, steps.size())));
        some.add(new Step("dropTable", q -> q.dropTable(name)));
        return some;
    }
}
