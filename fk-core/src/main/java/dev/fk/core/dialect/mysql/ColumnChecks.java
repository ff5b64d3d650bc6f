package dev.fk.core.dialect.mysql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that stand in the definition of a column, which MariaDB has: whoever defines the column anew without its check
 * drops it, without a word, and nobody can define a column twice in one statement (MariaDB 11.8.9: 1054); of one that the
 * statement adds, the second definition takes the place away.
 */
final class ColumnChecks {
    private record Place(QualifiedName table, String column) {}

    /** As they are once the changes are made. */
    private final Map<Place, Check> checks = new HashMap<>();

    /** Which columns are added, defined anew or dropped. */
    private final Set<Place> changed = new HashSet<>();

    private ColumnChecks(List<Change> ordered, Schema from) {
        from.tables().values().forEach(t -> t.checks().stream()
                .filter(ColumnChecks::isOfColumn)
                .forEach(c -> checks.put(place(t.name(), c), c)));
        ordered.stream()
                .filter(Change.DropCheck.class::isInstance)
                .flatMap(c -> place(c).stream())
                .forEach(checks::remove);
        for (Change change : ordered) {
            if (change instanceof Change.AddCheck add) {
                place(add).ifPresent(p -> checks.put(p, add.check()));
            } else if (change instanceof Change.AlterColumn alter) {
                changed.add(new Place(alter.table(), alter.from().name()));
            } else if (change instanceof Change.AddColumn add) {
                changed.add(new Place(add.table(), add.column().name()));
            } else if (change instanceof Change.DropColumn drop) {
                changed.add(new Place(drop.table(), drop.column().name()));
            }
        }
    }

    /** The same changes, each check with its column. */
    static List<Change> within(List<Change> ordered, Schema from) {
        ColumnChecks all = new ColumnChecks(ordered, from);
        return ordered.stream()
                .filter(c -> place(c).filter(all.changed::contains).isEmpty())
                .map(all::with)
                .toList();
    }

    private Change with(Change change) {
        if (change instanceof Change.AlterColumn alter) {
            Check check = checks.get(new Place(alter.table(), alter.from().name()));
            return check == null
                    ? alter
                    : new Change.AlterColumn(alter.table(), alter.from(), with(alter.to(), check), alter.move());
        }
        if (change instanceof Change.AddColumn add) {
            Check check = checks.get(new Place(add.table(), add.column().name()));
            return check == null ? add : new Change.AddColumn(add.table(), with(add.column(), check), add.position());
        }
        return change;
    }

    private static Column with(Column column, Check check) {
        return column.withOptions(
                column.options().with(ColumnSql.CHECK, check.expression().sql()));
    }

    private static boolean isOfColumn(Check check) {
        return check.options().has(ConstraintSql.COLUMN);
    }

    /** Such a check is called as its column. */
    private static Place place(QualifiedName table, Check check) {
        return new Place(table, check.name().orElse(""));
    }

    /** The column whose check the change adds or drops. */
    private static Optional<Place> place(Change change) {
        Optional<Check> check = change instanceof Change.AddCheck add
                ? Optional.of(add.check())
                : change instanceof Change.DropCheck drop ? Optional.of(drop.check()) : Optional.empty();
        return check.filter(ColumnChecks::isOfColumn).map(c -> place(change.subject(), c));
    }
}
