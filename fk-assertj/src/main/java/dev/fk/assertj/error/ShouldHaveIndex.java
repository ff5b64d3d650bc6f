package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An index on certain columns in a certain order, or of a certain name, or none. */
@API(status = Status.INTERNAL)
public final class ShouldHaveIndex {
    private ShouldHaveIndex() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        String clause = "to have an index on " + Names.list(columns);
        return Missing.tableOrColumns(view, clause, columns)
                .or(() -> view.indexesOn(columns).isEmpty()
                        ? Optional.of(absent(view, columns, clause))
                        : Optional.empty());
    }

    private static Failure absent(TableView view, List<String> columns, String clause) {
        Index wanted = Index.of("-", columns.toArray(String[]::new)).withName(Optional.empty());
        String owner = owner(view, columns);
        Failure failure = listed(view, clause + ", but it has none there.")
                .wanting(wanted)
                .why(owner);
        return owner.isEmpty()
                ? failure.fix(view.snapshot().remedy(new Change.AddIndex(view.name(), wanted)))
                : failure;
    }

    private static Failure listed(TableView view, String clause) {
        Failure failure = Failure.expecting("table " + view.name() + " " + clause);
        return view.indexesOfAnyKind().isEmpty()
                ? failure.have("no indexes")
                : failure.have(Names.inLines(view.indexesOfAnyKind()));
    }

    /** The constraint that has an index of its own on these columns. */
    private static String owner(TableView view, List<String> columns) {
        Stream<Constraint> primary = view.table().flatMap(t -> t.primaryKey()).stream()
                .filter(p -> p.columns().equals(columns))
                .map(p -> p);
        Stream<Constraint> unique = view.uniqueKeys().stream()
                .filter(u -> u.columns().equals(columns))
                .map(u -> u);
        return Stream.concat(primary, unique)
                .findFirst()
                .map(c -> "the index there belongs to constraint " + Names.subject(c)
                        + (c instanceof PrimaryKey ? ": hasPrimaryKey" : ": hasUniqueKey"))
                .orElse("");
    }

    public static Optional<Failure> named(TableView view, String name) {
        List<String> names =
                view.indexesOfAnyKind().stream().flatMap(i -> i.name().stream()).toList();
        return Missing.table(view, "to have an index named " + name)
                .or(() -> names.contains(name)
                        ? Optional.empty()
                        : Optional.of(listed(view, "to have an index named " + name + ", but it has none of that name.")
                                .wanting(name)
                                .why("there is no index " + name + Names.hint(view.snapshot(), name, names)
                                        + owned(view, name))));
    }

    private static String owned(TableView view, String name) {
        return view.constraints().stream()
                        .filter(c -> c instanceof PrimaryKey || c instanceof UniqueKey)
                        .anyMatch(c -> c.name().equals(Optional.of(name)))
                ? "; a constraint of this name has an index of its own: hasConstraintNamed"
                : "";
    }

    /** The opposite: why an index that should not be there is a failure. */
    public static Optional<Failure> unexpected(TableView view, List<String> columns) {
        String clause = "to have no index on " + Names.list(columns);
        return Missing.tableOrColumns(view, clause, columns).or(() -> present(view, columns, clause));
    }

    private static Optional<Failure> present(TableView view, List<String> columns, String clause) {
        List<Index> there = view.indexesOn(columns);
        return there.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting("table " + view.name() + " " + clause + ", but it has.")
                        .wanting("no index on " + Names.list(columns))
                        .have(Names.inLines(there))
                        .fix(Drop.of(view, there)));
    }
}
