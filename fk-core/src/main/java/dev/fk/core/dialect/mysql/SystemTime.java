package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.Objection;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The two columns in which MariaDB keeps from when to when a row was there, if a table has them by name; its catalog shows
 * them as computed ones (MariaDB 11.8.9), and CREATE TABLE wants to hear of them once more.
 */
final class SystemTime {
    private static final String START = "ROW START";
    private static final String END = "ROW END";

    private SystemTime() {}

    static boolean is(Generation.Computed generation) {
        String sql = generation.expression().sql();
        return sql.equals(START) || sql.equals(END);
    }

    /** The server adds the end of a row, if that has a name, to what is unique; it is the same in all rows that have not ended. */
    static boolean isUniqueNow(Table table, List<String> columns) {
        return column(table, END)
                .filter(end -> table.isUnique(
                        Stream.concat(columns.stream(), Stream.of(end)).toList()))
                .isPresent();
    }

    private static boolean is(Column column, String word) {
        return column.generation() instanceof Generation.Computed computed
                && computed.expression().sql().equals(word);
    }

    /**
     * Nothing of the two is altered but their names (MariaDB 11.8.9: 4130, 4134), and neither goes without the other (4125).
     * That both go takes a statement that leaves the keys alone, which have the end of a row as their last column.
     */
    static List<Objection> objections(Change change) {
        if (change instanceof Change.DropColumn drop && is(drop.column())) {
            return List.of(objection(
                    drop.column(),
                    drop.table(),
                    "it goes only together with its counterpart",
                    "Let both go with q.sql(\"ALTER TABLE " + Identifiers.quote(drop.table())
                            + " DROP COLUMN …, DROP COLUMN …\"): the past stays, and"
                            + " row_start and row_end tell its time."));
        }
        return change instanceof Change.AlterColumn alter && is(alter.from())
                ? List.of(objection(
                        alter.from(),
                        alter.table(),
                        "MariaDB lets nothing of such a column be altered but its name",
                        "Leave it as it is."))
                : List.of();
    }

    private static Objection objection(Column column, QualifiedName table, String but, String remedy) {
        boolean start = is(column, START);
        return new Objection(
                "FK230",
                List.of(column.name()),
                table + "." + column.name() + " says " + (start ? "since" : "until")
                        + " when a row was there (GENERATED ALWAYS AS " + (start ? START : END) + "), and " + but,
                remedy);
    }

    private static boolean is(Column column) {
        return is(column, START) || is(column, END);
    }

    /** {@code PERIOD FOR SYSTEM_TIME (a, b)}. */
    static Optional<String> period(Table table) {
        return column(table, START).flatMap(start -> column(table, END)
                .map(end ->
                        "PERIOD FOR SYSTEM_TIME (" + Identifiers.quote(start) + ", " + Identifiers.quote(end) + ")"));
    }

    private static Optional<String> column(Table table, String word) {
        return table.columns().stream()
                .filter(c -> is(c, word))
                .map(Column::name)
                .findFirst();
    }
}
