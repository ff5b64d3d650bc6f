package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.Optional;

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

    /** {@code PERIOD FOR SYSTEM_TIME (a, b)}. */
    static Optional<String> period(Table table) {
        return column(table, START).flatMap(start -> column(table, END)
                .map(end ->
                        "PERIOD FOR SYSTEM_TIME (" + Identifiers.quote(start) + ", " + Identifiers.quote(end) + ")"));
    }

    private static Optional<String> column(Table table, String word) {
        return table.columns().stream()
                .filter(c -> c.generation() instanceof Generation.Computed computed
                        && computed.expression().sql().equals(word))
                .map(Column::name)
                .findFirst();
    }
}
