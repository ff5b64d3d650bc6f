package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.diff.DropOf;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.KeyColumns;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keys over several columns of which one should go. MySQL 9.7.4 keeps the key over the others, and complains of rows that then
 * are the same; MariaDB 11.8.9 says that the column does not exist, whatever the rows are.
 */
record ShrunkKeys(Situation situation) {
    List<Explanation> find() {
        boolean said = situation.reported().contains(Cause.DUPLICATES)
                || situation.reported().contains(Cause.IN_USE);
        List<Explanation> found = new ArrayList<>();
        if (said && situation.statement().kind() == Statement.Kind.ALTER_TABLE) {
            situation.statement().table().flatMap(situation::table).ifPresent(t -> keys(t, found));
        }
        return found;
    }

    private void keys(Table table, List<Explanation> found) {
        List<String> going = situation.droppedColumns(table);
        Stream.<Constraint>concat(table.primaryKey().stream(), table.uniqueKeys().stream())
                .forEach(key -> {
                    List<String> left = new ArrayList<>(KeyColumns.of(key));
                    if (left.removeAll(going) && !left.isEmpty()) {
                        found.addAll(explanations(table, key, left));
                    }
                });
    }

    private List<Explanation> explanations(Table table, Constraint key, List<String> left) {
        String text = Described.of(key) + " of " + table.name();
        Fix fix = isFree(table, key) ? Fix.before(situation.ddl(key.accept(new DropOf(table.name())))) : Fix.none();
        List<String> rows = new RowSql(situation).told(table, left);
        if (situation.reported().contains(Cause.DUPLICATES)) {
            return rows.isEmpty()
                    ? List.of()
                    : List.of(Explanation.of(
                                    Cause.DUPLICATES,
                                    "Without the column " + text + " would be over (" + String.join(", ", left)
                                            + ") alone, and rows have the same values there",
                                    "Drop the key first, or let those rows differ.",
                                    fix)
                            .seen(rows));
        }
        return List.of(Explanation.of(
                        Cause.IN_USE,
                        "The column is part of " + text + ", and " + situation.server()
                                + " takes no column out of a key over several",
                        "Drop the key first; make one over (" + String.join(", ", left)
                                + ") afterwards, if rows are to differ there.",
                        fix)
                .seen(rows));
    }

    /** Whether nothing else needs it, as far as that is known here. */
    private boolean isFree(Table table, Constraint key) {
        return KeyColumns.of(key).stream()
                        .flatMap(c -> table.column(c).stream())
                        .noneMatch(c -> c.generation() instanceof Generation.AutoIncrement)
                && situation.referencing(table.name()).stream()
                        .noneMatch(o -> o.key().referencedColumns().equals(KeyColumns.of(key)));
    }
}
