package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.PrimaryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A primary key on certain columns in a certain order, or none. */
@API(status = Status.INTERNAL)
public final class ShouldHavePrimaryKey {
    private ShouldHavePrimaryKey() {}

    public static Optional<Failure> failure(TableView view, List<String> columns) {
        return Missing.tableOrColumns(view, "to have the primary key " + Names.list(columns), columns)
                .or(() -> different(view, columns));
    }

    private static Optional<Failure> different(TableView view, List<String> columns) {
        Optional<PrimaryKey> there = view.table().flatMap(t -> t.primaryKey());
        if (there.filter(p -> p.columns().equals(columns)).isPresent()) {
            return Optional.empty();
        }
        PrimaryKey wanted = PrimaryKey.of(columns.toArray(String[]::new));
        Failure failure =
                Failure.expecting("primary key of table " + view.name()).want(wanted);
        return Optional.of(
                there.map(p -> failure.have(p, Names.tag("      ", p)).why(reason(columns, p)))
                        .orElseGet(() -> failure.have("no primary key"))
                        .fix(fix(view, there, wanted)));
    }

    private static String reason(List<String> columns, PrimaryKey there) {
        return Set.copyOf(columns).equals(Set.copyOf(there.columns()))
                ? "the order differs, and with it which queries its index serves"
                : "other columns";
    }

    private static Remedy fix(TableView view, Optional<PrimaryKey> there, PrimaryKey wanted) {
        boolean sameColumns = there.filter(p -> Set.copyOf(p.columns()).equals(Set.copyOf(wanted.columns())))
                .isPresent();
        Optional<Remedy> refused =
                sameColumns ? Optional.empty() : there.flatMap(p -> new Standing(view).on(List.of(p)));
        return refused.orElseGet(() -> replacing(view, there, wanted));
    }

    private static Remedy replacing(TableView view, Optional<PrimaryKey> there, PrimaryKey wanted) {
        List<Change> changes = new ArrayList<>();
        there.ifPresent(p -> changes.add(new Change.DropPrimaryKey(view.name(), p)));
        changes.add(new Change.AddPrimaryKey(view.name(), wanted.withName(there.flatMap(PrimaryKey::name))));
        return view.snapshot().remedy(changes.toArray(Change[]::new));
    }

    /** The opposite: why a primary key that should not be there is a failure. */
    public static Optional<Failure> unexpected(TableView view) {
        return Missing.table(view, "to have no primary key")
                .or(() -> view.table().flatMap(t -> t.primaryKey()).map(p -> Failure.expecting(
                                "table " + view.name() + " to have no primary key, but it has one.")
                        .wanting("no primary key")
                        .have(p, Names.tag("      ", p))
                        .fix(Drop.of(view, List.of(p)))));
    }
}
