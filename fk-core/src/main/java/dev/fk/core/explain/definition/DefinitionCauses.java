package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Objection;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a table would be by the statement that the server does not have, and what a column is needed for that should go. */
record DefinitionCauses(Situation situation) {
    /** Long names, counters, texts as keys, keys across partitions. */
    private static final Set<String> OF_TABLES = Set.of("FK221", "FK222", "FK226", "FK234");

    List<Explanation> find() {
        Optional<Table> there = situation.statement().table().flatMap(situation::table);
        List<Explanation> found = new ArrayList<>();
        if (situation.reported().contains(Cause.TABLE_NOT_POSSIBLE)) {
            new Subject(situation).table().ifPresent(t -> found.addAll(objections(t)));
        }
        if (situation.reported().contains(Cause.SECOND_PRIMARY_KEY)) {
            there.flatMap(this::second).ifPresent(found::add);
        }
        if (situation.reported().contains(Cause.IN_USE)) {
            there.ifPresent(t -> found.addAll(taken(t)));
        }
        return found;
    }

    private List<Explanation> objections(Table after) {
        Table table = dropsPrimaryKey() && definesNoKey() ? after.withPrimaryKey(Optional.empty()) : after;
        return situation.dialect().objections(table, situation.schema(), situation.server()).stream()
                .filter(o -> OF_TABLES.contains(o.code()))
                .map(o -> explanation(Cause.TABLE_NOT_POSSIBLE, o))
                .toList();
    }

    private static Explanation explanation(Cause cause, Objection objection) {
        return Explanation.of(cause, objection.fact(), objection.remedy(), Fix.none());
    }

    private boolean dropsPrimaryKey() {
        return situation.statement().clauses(Clause.Drop.class).anyMatch(d -> d.kind() == Clause.Drop.Kind.PRIMARY_KEY);
    }

    private boolean definesNoKey() {
        return situation.statement().clauses(Clause.Key.class).noneMatch(Clause.Key::primary)
                && situation.statement().clauses(Clause.ColumnDefinition.class).noneMatch(d -> d.key());
    }

    private Optional<Explanation> second(Table there) {
        Optional<PrimaryKey> first = there.primaryKey();
        if (first.isEmpty()
                || definesNoKey()
                || dropsPrimaryKey()
                || situation.statement().kind() != Statement.Kind.ALTER_TABLE) {
            return Optional.empty();
        }
        boolean free = first.get().columns().stream()
                        .flatMap(c -> there.column(c).stream())
                        .noneMatch(c -> c.generation() instanceof Generation.AutoIncrement)
                && situation.referencing(there.name()).stream()
                        .noneMatch(o ->
                                o.key().referencedColumns().equals(first.get().columns()));
        return Optional.of(Explanation.of(
                Cause.SECOND_PRIMARY_KEY,
                there.name() + " has " + Described.of(first.get()) + " already, and no table has two",
                "Make the other columns unique instead"
                        + (free ? "; or drop the first one, as here, if that is meant." : "."),
                free ? Fix.before(situation.ddl(new Change.DropPrimaryKey(there.name(), first.get()))) : Fix.none()));
    }

    /** Whether columns that go are needed by what a plan knows as well: checks and indexes over expressions. */
    private List<Explanation> taken(Table there) {
        List<Explanation> found = new ArrayList<>();
        for (String column : situation.droppedColumns(there)) {
            situation.dialect().objectionsToTaking(there, column, false).stream()
                    .map(o -> explanation(Cause.IN_USE, o))
                    .forEach(found::add);
        }
        situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d ->
                        d.old().filter(o -> !o.text().equals(d.name().text())).isPresent())
                .flatMap(d -> d.old().stream())
                .flatMap(o -> situation.dialect().objectionsToTaking(there, situation.column(there, o), true).stream())
                .map(o -> explanation(Cause.IN_USE, o))
                .forEach(found::add);
        return found;
    }
}
