package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key that should reference certain columns of a certain table. */
@API(status = Status.INTERNAL)
public final class ShouldReference {
    private ShouldReference() {}

    public static Failure failure(
            TableView view, WantedForeignKey wanted, ForeignKey.Key key, List<ForeignKey> candidates) {
        WrongForeignKey wrong = new WrongForeignKey(view, wanted, candidates);
        TableView parent = wherever(view.snapshot(), key.referencedTable());
        boolean possible =
                parent.table().filter(t -> t.isUnique(key.referencedColumns())).isPresent();
        return wrong.because(reason(key, candidates, parent), possible ? wrong.fix() : Remedy.none());
    }

    /** What it says may be as wanted, and yet lead to a table that is not there. */
    public static Optional<Failure> toNowhere(TableView view, ForeignKey there) {
        TableView parent = wherever(view.snapshot(), there.referencedTable());
        return parent.table().isPresent() || there.referencedTable().schema().isPresent()
                ? Optional.empty()
                : Optional.of(Failure.expecting("foreign key " + view.with(there.columns()) + " to reference a table")
                        .wanting("table " + there.referencedTable())
                        .have(Names.inLines(List.of(there)))
                        .why(Missing.absenceOfParent(parent))
                        .why("it was made unchecked, and every insert with a value there fails")
                        .doing("Create " + there.referencedTable() + ", or drop the foreign key."));
    }

    /** A table that is not in view may be in another schema. */
    private static TableView wherever(Snapshot snapshot, QualifiedName name) {
        TableView inView = snapshot.table(name);
        if (inView.table().isPresent()) {
            return inView;
        }
        TableView outOfView = snapshot.whole().table(name);
        return outOfView.table().isPresent() ? outOfView : inView;
    }

    private static String reason(ForeignKey.Key wanted, List<ForeignKey> candidates, TableView parent) {
        ForeignKey there = candidates.stream()
                .filter(f -> f.referencedTable().equals(wanted.referencedTable()))
                .findFirst()
                .orElse(candidates.get(0));
        if (!wanted.referencedTable().equals(there.referencedTable())) {
            return "it references " + tables(candidates)
                    + parent.table()
                            .map(t -> columns(wanted.referencedColumns(), parent))
                            .orElseGet(() -> "; " + Missing.absenceOfParent(parent));
        }
        List<String> columns = there.referencedColumns();
        String order = Set.copyOf(columns).equals(Set.copyOf(wanted.referencedColumns()))
                ? "the columns of " + there.referencedTable() + " are paired in another order"
                : "it references other columns of " + there.referencedTable();
        return order
                + parent.table()
                        .map(t -> columns(wanted.referencedColumns(), parent))
                        .orElse("");
    }

    private static String tables(List<ForeignKey> candidates) {
        return candidates.stream()
                .map(f -> f.referencedTable().toString())
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static String columns(List<String> wanted, TableView parent) {
        Table table = parent.table().orElseThrow();
        List<String> names = table.columnNames();
        List<String> unknown = wanted.stream().filter(c -> !names.contains(c)).toList();
        if (!unknown.isEmpty()) {
            String hint = Names.hint(parent.snapshot(), unknown.get(0), names);
            return "; " + parent.name() + " has no column " + unknown.get(0)
                    + (hint.isEmpty() ? "; its columns are " + String.join(", ", names) : hint);
        }
        return table.isUnique(wanted) ? "" : "; " + Names.list(wanted) + " is not unique in " + parent.name();
    }

    /** When only a table is named, its primary key is meant, and it has none. */
    public static Failure withoutPrimaryKey(
            TableView view, WantedForeignKey wanted, QualifiedName table, List<ForeignKey> candidates) {
        TableView parent = view.snapshot().table(table);
        String reason = parent.table().isPresent()
                ? "without columns, the primary key of " + table + " is meant, and it has none; name the columns"
                : Missing.absenceOfParent(parent);
        return Failure.expecting("foreign key " + view.with(wanted.columns()) + " to reference " + table)
                .wanting(Names.list(wanted.columns()) + " REFERENCES " + table)
                .have(Names.inLines(candidates))
                .why(reason);
    }
}
