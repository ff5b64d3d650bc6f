package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.rule.LooksLikeForeignKey;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key on certain columns in a certain order. */
@API(status = Status.INTERNAL)
public final class ShouldHaveForeignKey {
    private ShouldHaveForeignKey() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        String clause = "to have a foreign key on " + Names.list(columns);
        return Missing.table(view, clause)
                .or(() -> view.foreignKeysOn(columns).isEmpty()
                        ? view.table().map(t -> absent(view, t, columns, clause))
                        : duplicates(view, columns));
    }

    private static Failure absent(TableView view, Table table, List<String> columns, String clause) {
        Failure failure = Failure.expecting("table " + view.name() + " " + clause + ", but it has none there.")
                .wanting(Names.list(columns) + " REFERENCES …")
                .have(there(table));
        String reason = reason(view, table, columns);
        return reason.isEmpty() ? guessed(view, table, columns, failure) : failure.why(reason);
    }

    /** What it would reference has not been said yet; the name of a single column may tell. */
    private static Failure guessed(TableView view, Table table, List<String> columns, Failure failure) {
        Optional<ForeignKey> likely = columns.size() == 1
                ? table.column(columns.get(0))
                        .flatMap(c -> LooksLikeForeignKey.likely(view.snapshot().asTarget(), table, c))
                : Optional.empty();
        return likely.map(key -> guessed(view, key, failure)).orElse(failure);
    }

    private static Failure guessed(TableView view, ForeignKey likely, Failure failure) {
        Remedy remedy = view.snapshot().remedy(new Change.AddForeignKey(view.name(), likely));
        Failure said = failure.why(likely.columns().get(0) + " is called like a reference to "
                + likely.referencedTable() + Names.list(likely.referencedColumns()));
        return remedy.objection().isEmpty()
                ? said.fix(remedy)
                : said.why("none can be added as it is: " + remedy.objection());
    }

    /** Columns and foreign keys; of more than one foreign key, each on a line of its own. */
    private static List<List<Object>> there(Table table) {
        String columns = Names.counted("column", table.columnNames()) + " · ";
        List<ForeignKey> keys = table.foreignKeys();
        if (keys.isEmpty()) {
            return List.of(List.of(columns + "no foreign keys"));
        }
        if (keys.size() == 1) {
            return List.of(List.of(columns + "foreign keys: ", keys.get(0), Names.tag(" ", keys.get(0))));
        }
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of(columns + "foreign keys:"));
        rows.addAll(Names.inLines(keys));
        return rows;
    }

    private static String reason(TableView view, Table table, List<String> columns) {
        List<String> unknown =
                columns.stream().filter(c -> table.column(c).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return Missing.absence(view.snapshot(), unknown, table.columnNames());
        }
        List<String> reasons = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            relation(key, columns).ifPresent(r -> reasons.add(Names.subject(key) + " " + r));
        }
        for (TableView other : view.referencedBy()) {
            other.foreignKeys().stream()
                    .filter(f -> f.referencedTable().equals(view.name()))
                    .filter(f -> f.referencedColumns().equals(columns))
                    .forEach(f -> reasons.add("the other way round there is one: " + other.name() + " "
                            + ForeignKeyText.of(f) + Names.tag(" ", f)));
        }
        return String.join("\n", reasons);
    }

    private static Optional<String> relation(ForeignKey key, List<String> columns) {
        Set<String> there = Set.copyOf(key.columns());
        Set<String> wanted = Set.copyOf(columns);
        if (there.equals(wanted)) {
            return Optional.of("has these columns in another order: " + Names.list(key.columns()));
        }
        if (there.containsAll(wanted)) {
            return Optional.of("has more columns: " + Names.list(key.columns()));
        }
        return wanted.containsAll(there)
                ? Optional.of("has some of them only: " + Names.list(key.columns()))
                : Optional.empty();
    }

    /** Two foreign keys that say the same twice are a finding, not a choice. */
    private static Optional<Failure> duplicates(TableView view, List<String> columns) {
        List<ForeignKey> there = view.foreignKeysOn(columns);
        List<ForeignKey> repeated = there.stream()
                .filter(f -> there.stream().filter(o -> o.key().equals(f.key())).count() > 1)
                .toList();
        if (repeated.isEmpty()) {
            return Optional.empty();
        }
        String names = repeated.stream().map(Names::subject).collect(Collectors.joining(", "));
        boolean identical = repeated.stream()
                        .map(f -> f.withName(Optional.empty()))
                        .distinct()
                        .count()
                == 1;
        Failure failure = Failure.expecting("one foreign key on " + view.with(columns) + " but found "
                        + repeated.size() + ": " + names
                        + (identical ? " (identical; typical residue of repeated alter-syncs)" : " (they differ)"))
                .wanting("one foreign key on " + view.with(columns));
        return Optional.of(
                identical
                        ? failure.having(names).fix(Drop.of(view, repeated.subList(1, repeated.size())))
                        : failure.have(Names.inLines(repeated))
                                .why("the server carries out the actions of all of them"));
    }

    public static Optional<Failure> named(TableView view, String name) {
        return Missing.table(view, "to have a foreign key named " + name)
                .or(() -> view.foreignKeys().stream().anyMatch(f -> f.name().equals(Optional.of(name)))
                        ? Optional.empty()
                        : Optional.of(unnamed(view, name)));
    }

    private static Failure unnamed(TableView view, String name) {
        List<String> names =
                view.foreignKeys().stream().flatMap(f -> f.name().stream()).toList();
        Failure failure = Failure.expecting("table " + view.name() + " to have a foreign key named " + name
                        + ", but it has none of that name.")
                .wanting("[" + name + "]");
        Failure listed =
                names.isEmpty() ? failure.have("no foreign keys") : failure.have(Names.inLines(view.foreignKeys()));
        return listed.why("there is no foreign key " + name + Names.hint(view.snapshot(), name, names));
    }
}
