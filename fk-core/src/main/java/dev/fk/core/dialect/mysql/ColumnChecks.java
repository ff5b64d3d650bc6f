package dev.fk.core.dialect.mysql;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that stand in the definition of a column, which MariaDB has: whoever defines the column anew without its check
 * drops it, without a word, and nobody can define a column twice in one statement (MariaDB 11.8.9: 1054).
 */
record ColumnChecks(List<Change> ordered, Schema from) {
    /** The same changes, each check with its column. */
    List<Change> within() {
        boolean none = from.tables().values().stream().flatMap(ColumnChecks::checks).findAny().isEmpty()
                && ordered.stream().allMatch(c -> column(c).isEmpty());
        return none ? ordered : all();
    }

    private List<Change> all() {
        return ordered.stream()
                .filter(c -> column(c).isEmpty() || !isDefinedAnewOrDropped(c.subject(), column(c).get()))
                .map(c -> c instanceof Change.AlterColumn alter ? with(alter) : c)
                .toList();
    }

    private Change with(Change.AlterColumn alter) {
        QualifiedName table = alter.table();
        String name = alter.from().name();
        Optional<Check> stays = ordered.stream().anyMatch(c -> c instanceof Change.DropCheck && isAbout(c, table, name))
                ? Optional.empty()
                : from.table(table).stream()
                        .flatMap(ColumnChecks::checks)
                        .filter(c -> name(c).equals(name))
                        .findFirst();
        return ordered.stream()
                .filter(c -> c instanceof Change.AddCheck && isAbout(c, table, name))
                .map(c -> ((Change.AddCheck) c).check())
                .findFirst()
                .or(() -> stays)
                .<Change>map(c -> new Change.AlterColumn(table, alter.from(), with(alter.to(), c), alter.move()))
                .orElse(alter);
    }

    private static Column with(Column column, Check check) {
        return column.withOptions(
                column.options().with(ColumnSql.CHECK, check.expression().sql()));
    }

    private static Stream<Check> checks(Table table) {
        return table.checks().stream().filter(ColumnChecks::isOfColumn);
    }

    private static boolean isOfColumn(Check check) {
        return check.options().has(ConstraintSql.COLUMN);
    }

    private static String name(Check check) {
        return check.name().orElse("");
    }

    /** The column whose check the change adds or drops. */
    private static Optional<String> column(Change change) {
        Optional<Check> check = change instanceof Change.AddCheck add
                ? Optional.of(add.check())
                : change instanceof Change.DropCheck drop ? Optional.of(drop.check()) : Optional.empty();
        return check.filter(ColumnChecks::isOfColumn).map(ColumnChecks::name);
    }

    private static boolean isAbout(Change change, QualifiedName table, String column) {
        return change.subject().equals(table)
                && column(change).filter(column::equals).isPresent();
    }

    private boolean isDefinedAnewOrDropped(QualifiedName table, String column) {
        return ordered.stream()
                .filter(c -> c.subject().equals(table))
                .anyMatch(c -> c instanceof Change.AlterColumn alter
                                && alter.from().name().equals(column)
                        || c instanceof Change.DropColumn drop
                                && drop.column().name().equals(column));
    }
}
