package dev.fk.core.explain;

import dev.fk.core.dialect.Cause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Table;
import java.util.List;

/** The columns that take no NULL and that INSERT or UPDATE gives none but that. */
record MissingValues(Situation situation) {
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
        List<String> given = situation.columns(table, situation.behindTable().names());
        boolean leftOut = situation.statement().kind() == Statement.Kind.INSERT
                && !given.isEmpty()
                && !given.contains(column.name());
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
}
