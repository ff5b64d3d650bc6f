package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A unique constraint or unique index on certain columns, or none. */
@API(status = Status.INTERNAL)
public final class ShouldHaveUniqueKey {
    private ShouldHaveUniqueKey() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        return Missing.tableOrColumns(view, "to have a unique key on " + Names.list(columns), columns)
                .or(() -> view.uniqueKeysOn(columns).isEmpty() ? Optional.of(absent(view, columns)) : Optional.empty());
    }

    private static Failure absent(TableView view, List<String> columns) {
        UniqueKey wanted = UniqueKey.of(columns.toArray(String[]::new));
        List<Constraint> there = view.table().stream()
                .flatMap(t -> t.constraints())
                .filter(c -> c instanceof UniqueKey || (c instanceof Index index && index.unique()))
                .toList();
        Failure failure = Failure.expecting("table " + view.name() + " to have a unique key on " + Names.list(columns)
                        + ", but it has none there.")
                .wanting(wanted);
        Failure listed = there.isEmpty() ? failure.have("no unique keys") : failure.have(Names.inLines(there));
        return isPrimaryKey(view, columns)
                ? listed.why("the primary key makes them unique: hasPrimaryKey")
                : listed.why(reason(view, columns))
                        .fix(view.snapshot().remedy(new Change.AddUniqueKey(view.name(), wanted)));
    }

    private static boolean isPrimaryKey(TableView view, List<String> columns) {
        return view.table()
                .flatMap(t -> t.primaryKey())
                .filter(p -> Set.copyOf(p.columns()).equals(Set.copyOf(columns)))
                .isPresent();
    }

    private static String reason(TableView view, List<String> columns) {
        Set<String> wanted = Set.copyOf(columns);
        return view.indexes().stream()
                .filter(i -> i.unique() && (i.where().isPresent() || !i.isValid()))
                .filter(i -> Set.copyOf(i.leadingColumns()).equals(wanted))
                .findFirst()
                .map(i -> "index " + i.name().orElse("")
                        + (i.isValid()
                                ? " is partial: rows outside its WHERE may repeat"
                                : " is invalid: its building was not finished, and rows may repeat"))
                .orElse("");
    }

    /** The opposite: why a unique key that should not be there is a failure. */
    public static Optional<Failure> unexpected(TableView view, List<String> columns) {
        return Missing.tableOrColumns(view, "to have no unique key on " + Names.list(columns), columns)
                .or(() -> present(view, columns));
    }

    private static Optional<Failure> present(TableView view, List<String> columns) {
        List<Constraint> there = view.uniqueKeysOn(columns);
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting("table " + view.name() + " to have no unique key on "
                                + Names.list(columns) + ", but it has.")
                        .wanting("no unique key on " + Names.list(columns))
                        .have(Names.inLines(there))
                        .fix(Drop.of(view, there)));
    }
}
