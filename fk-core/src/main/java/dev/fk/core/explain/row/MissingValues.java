package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.List;

/** The columns that take no NULL and that INSERT or UPDATE gives none but that. */
record MissingValues(Situation situation) {
    private static final int NO_DEFAULT = 1364;

    List<Explanation> find() {
        Statement statement = situation.statement();
        boolean writes = statement.kind() == Statement.Kind.INSERT || statement.kind() == Statement.Kind.UPDATE;
        return writes && situation.reported().contains(Cause.NULLS)
                ? statement.table().flatMap(situation::table).filter(this::isMeant).stream()
                        .flatMap(t -> t.columns().stream()
                                .filter(c -> !c.nullable() && situation.says(c.name()))
                                .map(c -> explanation(t, c)))
                        .toList()
                : List.of();
    }

    /** PostgreSQL names the table; it may be one that a foreign key or trigger changes. */
    private boolean isMeant(Table table) {
        String named = situation.error().fields().table();
        return named.isEmpty() || named.equals(table.name().name());
    }

    private Explanation explanation(Table table, Column column) {
        boolean leftOut = isLeftOut(table, column);
        return Explanation.of(
                Cause.NULLS,
                table.name() + "." + column.name()
                        + (leftOut
                                ? " is NOT NULL and has no default, and the statement leaves it out"
                                : " is NOT NULL, and the statement gives it NULL"),
                leftOut
                        ? "Write a value for it, give the column a default, or let it be nullable."
                        : "Write a value for it, or let the column be nullable.",
                Fix.none());
    }

    /** MySQL and MariaDB have a number for it; elsewhere the statement tells. */
    private boolean isLeftOut(Table table, Column column) {
        if (situation.statement().kind() != Statement.Kind.INSERT) {
            return false;
        }
        Cursor at = situation.behindTable();
        boolean said = at.peek().isSign("(");
        List<String> given = said ? situation.columns(table, at.names()) : table.columnNames();
        boolean values = at.accept("VALUES") || at.accept("VALUE");
        int written = !said && values ? at.parts().size() : given.size();
        return situation.error().code() == NO_DEFAULT
                || at.peek().is("DEFAULT")
                || !given.subList(0, Math.min(written, given.size())).contains(column.name());
    }
}
