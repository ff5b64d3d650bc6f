package dev.fk.core.diagram;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One table before and after; at least one of them is there. */
record TableDifference(Optional<Table> from, Optional<Table> to) {
    QualifiedName name() {
        return either().name();
    }

    private Table either() {
        return to.or(() -> from).orElseThrow();
    }

    boolean differs() {
        return mark() != Mark.CHANGED
                || !from.map(Table::columns).equals(to.map(Table::columns))
                || !from.map(TableDifference::key).equals(to.map(TableDifference::key))
                || !lines().isEmpty();
    }

    private static List<String> key(Table table) {
        return table.primaryKey().map(k -> k.columns()).orElse(List.of());
    }

    private Mark mark() {
        return from.isEmpty() ? Mark.ADDED : to.isEmpty() ? Mark.DROPPED : Mark.CHANGED;
    }

    /** With all columns of a table that comes or goes, and the differing ones of a table that stays. */
    Entity entity() {
        List<String> attributes = new ArrayList<>();
        Mark mark = mark();
        if (mark != Mark.CHANGED) {
            either().columns().forEach(c -> attributes.add(Entity.attribute(either(), c, mark)));
            return new Entity(name(), mark, attributes);
        }
        Table before = from.orElseThrow();
        Table after = to.orElseThrow();
        for (Column column : after.columns()) {
            Optional<Column> was = before.column(column.name());
            if (was.isEmpty()) {
                attributes.add(Entity.attribute(after, column, Mark.ADDED));
            } else if (!was.get().equals(column)) {
                attributes.add(Entity.attribute(after, column, Mark.CHANGED));
            }
        }
        before.columns().stream()
                .filter(c -> after.column(c.name()).isEmpty())
                .forEach(c -> attributes.add(Entity.attribute(before, c, Mark.DROPPED)));
        return new Entity(name(), Mark.CHANGED, attributes);
    }

    /** The foreign keys that come, go, or do something else. */
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        to.ifPresent(table -> table.foreignKeys().forEach(key -> {
            Optional<ForeignKey> was = like(from, key);
            if (was.isEmpty()) {
                lines.add(Line.of(table, key, Mark.ADDED));
            } else if (!unnamed(was.get()).equals(unnamed(key))) {
                lines.add(Line.of(table, key, Mark.CHANGED));
            }
        }));
        from.ifPresent(table -> table.foreignKeys().stream()
                .filter(key -> like(to, key).isEmpty())
                .forEach(key -> lines.add(Line.of(table, key, Mark.DROPPED))));
        return lines;
    }

    private static Optional<ForeignKey> like(Optional<Table> other, ForeignKey key) {
        return other.stream()
                .flatMap(t -> t.foreignKeys().stream())
                .filter(k -> k.key().equals(key.key()))
                .findFirst();
    }

    private static ForeignKey unnamed(ForeignKey key) {
        return key.withName(Optional.empty());
    }
}
