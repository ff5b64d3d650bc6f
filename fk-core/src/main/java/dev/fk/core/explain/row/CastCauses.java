package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The columns whose values, or default, do not become another type by themselves. */
record CastCauses(Situation situation) {
    List<Explanation> find() {
        if (!situation.reported().contains(Cause.CAST_MISSING)) {
            return List.of();
        }
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        Optional<Table> after = new Subject(situation).table();
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.type().isPresent())
                .flatMap(d -> table.flatMap(t -> after.flatMap(a -> about(t, a, d))).stream())
                .toList();
    }

    private Optional<Explanation> about(Table table, Table after, Clause.ColumnDefinition definition) {
        Optional<Column> from =
                definition.old().map(o -> situation.column(table, o)).flatMap(table::column);
        Optional<Column> to = after.column(situation.column(after, definition.name()));
        if (from.isEmpty() || to.isEmpty() || from.get().type().equals(to.get().type())) {
            return Optional.empty();
        }
        return definition.using().isPresent()
                ? ofDefault(table, from.get(), to.get())
                : ofValues(table, from.get(), to.get());
    }

    private Optional<Explanation> ofValues(Table table, Column from, Column to) {
        Column changed = to.withGeneration(from.generation().uncast());
        List<Sql> statements = situation.ddl(new Change.AlterColumn(table.name(), from, changed));
        boolean alone = situation.statement().clauses().size() == 1 && statements.size() == 1;
        if (statements.stream().noneMatch(s -> s.text().contains(" USING "))) {
            return Optional.empty();
        }
        List<String> misfits = new PlannedCauses(situation)
                .find(Set.of(Cause.VALUES_UNFIT)).stream()
                        .flatMap(e -> Stream.concat(Stream.of(e.fact()), e.evidence().stream()))
                        .toList();
        return Optional.of(Explanation.of(
                        Cause.CAST_MISSING,
                        table.name() + "." + from.name() + " is " + from.type().describe()
                                + ", which the server does not turn into "
                                + to.type().describe() + " by itself",
                        misfits.isEmpty()
                                ? "Say how with USING."
                                : "Change the values that are none of the new type, then say how with USING.",
                        misfits.isEmpty() && alone
                                ? Fix.instead(statements.get(0).text())
                                : Fix.none())
                .seen(misfits));
    }

    /** The values are told how, and the default is not. */
    private Optional<Explanation> ofDefault(Table table, Column from, Column to) {
        if (!(from.generation() instanceof Generation.Default old)) {
            return Optional.empty();
        }
        Column bare = to.withGeneration(Generation.none());
        List<Sql> before =
                situation.ddl(new Change.AlterColumn(table.name(), from, from.withGeneration(Generation.none())));
        List<Sql> after = situation.ddl(new Change.AlterColumn(
                table.name(), bare, bare.withGeneration(from.generation().uncast())));
        return Optional.of(Explanation.of(
                Cause.CAST_MISSING,
                "The default of " + table.name() + "." + from.name() + " is "
                        + old.expression().sql() + ", which the server does not turn into "
                        + to.type().describe() + "; USING is for rows",
                "Drop the default before, and set it afterwards.",
                Fix.around(before, after)));
    }
}
