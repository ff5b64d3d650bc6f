package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a column of PostgreSQL that is there from counting by itself: NULL, a default, that it counts already. */
record CountingCauses(Situation situation) {
    List<Explanation> find() {
        return situation.reported().contains(Cause.TABLE_NOT_POSSIBLE)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> situation
                                .statement()
                                .clauses(Clause.Counting.class)
                                .flatMap(c -> t.column(situation.column(t, c.column())).stream()
                                        .flatMap(column -> explanation(t, column, c).stream())))
                        .toList()
                : List.of();
    }

    private Optional<Explanation> explanation(Table table, Column column, Clause.Counting clause) {
        String name = table.name() + "." + column.name();
        if (column.generation() instanceof Generation.Identity) {
            return Optional.of(Explanation.of(
                    Cause.TABLE_NOT_POSSIBLE,
                    name + " counts by itself already",
                    "Leave it, or change when it does so.",
                    Fix.instead(situation
                            .statement()
                            .with(clause.said(), "SET GENERATED " + (clause.always() ? "ALWAYS" : "BY DEFAULT")))));
        }
        List<String> why = new ArrayList<>();
        Column bare = column.withNullable(false).withGeneration(Generation.none());
        if (column.nullable()) {
            why.add("is nullable");
        }
        if (!(column.generation() instanceof Generation.None)) {
            why.add("has a default");
        }
        String nulls = situation.diagnosis().quote(column.name()) + " IS NULL";
        RowSql rows = new RowSql(situation);
        boolean empty = column.nullable() && rows.number(table, nulls) > 0;
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                                Cause.TABLE_NOT_POSSIBLE,
                                name + " " + String.join(" and ", why)
                                        + ", and what counts by itself is NOT NULL and has no other default",
                                empty
                                        ? "Give the rows with NULL in it a value first, then make it NOT NULL."
                                        : "Change that first, and let it go on behind the rows that are there.",
                                empty
                                        ? Fix.none()
                                        : Fix.around(
                                                situation.ddl(new Change.AlterColumn(table.name(), column, bare)),
                                                goOn(table, column)))
                        .seen(empty ? rows.seen(table, List.of(column.name()), nulls, "with NULL in it") : List.of()));
    }

    /** Behind the highest number that is there. */
    private List<Sql> goOn(Table table, Column column) {
        String name = situation.diagnosis().quote(column.name());
        return situation
                .look()
                .rows(new Sql("SELECT MAX(" + name + ") + 1 FROM "
                        + situation.diagnosis().quote(table.name())))
                .stream()
                .map(row -> row.get(0))
                .filter(next -> !next.equals("NULL"))
                .map(next -> new Sql("ALTER TABLE " + situation.diagnosis().quote(table.name()) + " ALTER COLUMN "
                        + name + " RESTART WITH " + next))
                .toList();
    }
}
