package dev.fk.core.dialect.mysql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An index that goes and comes back under the same name, the same but for being hidden, is for MySQL 9.7.4 and MariaDB
 * 11.8.9 no change at all: that takes a clause of its own.
 */
final class Visibility {
    private Visibility() {}

    /** The index that this change adds, if it is one that another change drops and only its visibility differs. */
    static Optional<Constraint> altered(Change change, List<Change> together) {
        return added(change).filter(i -> any(together, Visibility::dropped, o -> isHidden(o, i)));
    }

    /** Whether this change drops an index that another change adds, and only its visibility differs. */
    static boolean isSaidByAnother(Change change, List<Change> together) {
        return dropped(change)
                .filter(i -> any(together, Visibility::added, o -> isHidden(i, o)))
                .isPresent();
    }

    private static boolean any(
            List<Change> changes, Function<Change, Optional<Constraint>> index, Predicate<Constraint> condition) {
        return changes.stream().flatMap(c -> index.apply(c).stream()).anyMatch(condition);
    }

    private static Optional<Constraint> dropped(Change change) {
        return change instanceof Change.DropUniqueKey c
                ? Optional.of(c.uniqueKey())
                : change instanceof Change.DropIndex c ? Optional.of(c.index()) : Optional.empty();
    }

    static Optional<Constraint> added(Change change) {
        return change instanceof Change.AddUniqueKey c
                ? Optional.of(c.uniqueKey())
                : change instanceof Change.AddIndex c ? Optional.of(c.index()) : Optional.empty();
    }

    private static boolean isHidden(Constraint from, Constraint to) {
        return from.name().isPresent()
                && !from.equals(to)
                && from.getClass().equals(to.getClass())
                && visible(from).equals(visible(to));
    }

    private static Constraint visible(Constraint index) {
        Options options = options(index).without(IndexSql.INVISIBLE);
        return index instanceof UniqueKey key
                ? new UniqueKey(key.name(), key.columns(), key.deferrability(), options)
                : index instanceof Index i
                        ? new Index(i.name(), i.parts(), i.unique(), i.method(), i.where(), options)
                        : index;
    }

    static Options options(Constraint index) {
        return index instanceof UniqueKey key ? key.options() : index instanceof Index i ? i.options() : Options.none();
    }
}
