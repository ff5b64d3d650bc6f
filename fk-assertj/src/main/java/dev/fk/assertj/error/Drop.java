package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.UniqueKey;
import java.util.Collection;
import java.util.Set;

/** The statements that remove constraints and indexes. */
final class Drop {
    private Drop() {}

    /** None where a foreign key stands on one of them: what becomes of it is for people to decide. */
    static Remedy of(TableView view, Collection<? extends Constraint> constraints) {
        if (constraints.stream().anyMatch(c -> isReferenced(view, c))) {
            return Remedy.none();
        }
        DropOf drop = new DropOf(view.name());
        return view.snapshot()
                .remedy(constraints.stream().map(c -> c.accept(drop)).toArray(Change[]::new));
    }

    /** Whether a foreign key of any schema stands on this key. */
    static boolean isReferenced(TableView view, Constraint key) {
        Set<String> columns = keyColumns(key);
        return !columns.isEmpty()
                && view.snapshot().whole().table(view.name()).referencedBy().stream()
                        .flatMap(t -> t.foreignKeys().stream())
                        .filter(f -> f.referencedTable().equals(view.name()))
                        .anyMatch(f -> Set.copyOf(f.referencedColumns()).equals(columns));
    }

    /** Of what a foreign key can stand on; empty for the rest. */
    private static Set<String> keyColumns(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Set.copyOf(key.columns());
        }
        if (constraint instanceof UniqueKey key) {
            return Set.copyOf(key.columns());
        }
        return constraint instanceof Index index && index.unique() ? Set.copyOf(index.leadingColumns()) : Set.of();
    }
}
