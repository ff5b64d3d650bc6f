package dev.fk.core.explain.key;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.Effect;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the columns of a foreign key get the types of those they reference. */
record TypeFixes(Situation situation, Table child, Table parent) {
    /** The columns of the child become like those of the parent, unless another foreign key holds them as they are. */
    Fix fix(ForeignKey key) {
        List<Change> changes = new ArrayList<>();
        Statement statement = situation.statement();
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = child.column(key.columns().get(i));
            Optional<Column> other = parent.column(key.referencedColumns().get(i));
            if (own.isEmpty() || other.isEmpty() || isAlike(own.get(), other.get())) {
                continue;
            }
            if (situation.dialect().incompatibility(other.get(), other.get()).isPresent()) {
                return Fix.none();
            }
            Optional<Clause.Span> written = definition(own.get()).flatMap(Clause.ColumnDefinition::type);
            if (written.isPresent()
                    && definition(own.get())
                            .filter(d ->
                                    d.charset().isPresent() || d.collation().isPresent())
                            .isPresent()) {
                return Fix.none();
            }
            if (written.isPresent()) {
                String collation = situation
                        .diagnosis()
                        .collation(other.get(), parent)
                        .map(c -> " COLLATE " + c)
                        .orElse("");
                return Fix.instead(statement.with(
                        written.get(), situation.diagnosis().sql(other.get().type()) + collation));
            }
            if (isHeld(own.get())) {
                return Fix.none();
            }
            Column changed = own.get()
                    .withType(other.get().type())
                    .withCollation(
                            situation.diagnosis().collation(other.get(), parent).or(() -> other.get()
                                    .collation()));
            if (misfits(own.get(), changed) > 0) {
                return Fix.none();
            }
            boolean labelled =
                    !labels(own.get()).isEmpty() || !labels(other.get()).isEmpty();
            changes.add(new Change.AlterColumn(
                    child.name(),
                    own.get(),
                    labelled ? changed.withGeneration(own.get().generation().uncast()) : changed));
        }
        return Fix.before(situation.ddl(changes));
    }

    boolean isAlike(Column own, Column other) {
        boolean sameCollation = situation
                .diagnosis()
                .collation(own, child)
                .equals(situation.diagnosis().collation(other, parent));
        return sameCollation
                && situation.dialect().incompatibility(own, other).isEmpty()
                && ((labels(own).isEmpty() && labels(other).isEmpty())
                        || own.type().equals(other.type())
                        || isNamed(own, other));
    }

    /** Of an enum type; PostgreSQL compares no two of them. */
    private List<String> labels(Column column) {
        return column.type() instanceof DataType.Named named
                ? Optional.ofNullable(situation.schema().enums().get(named.name()))
                        .map(EnumDefinition::labels)
                        .orElse(List.of())
                : List.of();
    }

    /** A domain over an enum is compared like it. */
    private boolean isNamed(Column own, Column other) {
        return Stream.of(own, other).anyMatch(c -> labels(c).isEmpty() && c.type() instanceof DataType.Named);
    }

    /** The rows whose values do not become those of the parent's type: {@code 2 rows of child with a value of s that …}. */
    List<String> misfits(ForeignKey key) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = child.column(key.columns().get(i));
            Optional<Column> other = parent.column(key.referencedColumns().get(i));
            if (own.isPresent() && other.isPresent() && !isAlike(own.get(), other.get())) {
                long rows = misfits(own.get(), own.get().withType(other.get().type()));
                found.addAll(
                        rows == 0
                                ? List.of()
                                : List.of(rows + (rows == 1 ? " row" : " rows") + " of " + child.name()
                                        + " with a value of " + own.get().name() + " that does not fit "
                                        + other.get().type().describe()));
            }
        }
        return found;
    }

    /** Rows with values that the other type does not hold, or not as they are. */
    private long misfits(Column own, Column other) {
        Conversion conversion = situation
                .dialect()
                .rowRules(situation.server())
                .conversion(situation.diagnosis().quote(own.name()), own, other, situation.schema());
        Optional<String> rows = conversion.effect() == Effect.LOSES ? Optional.of("1 = 1") : Optional.empty();
        boolean there = situation
                .schema()
                .table(child.name())
                .flatMap(t -> t.column(own.name()))
                .isPresent();
        return conversion
                .misfit()
                .or(() -> rows)
                .filter(c -> there)
                .map(c -> new RowSql(situation).number(child, c))
                .orElse(0L);
    }

    private boolean isHeld(Column column) {
        boolean referenced = situation.referencing(child.name()).stream()
                .anyMatch(o -> o.key().referencedColumns().contains(column.name()));
        boolean referencing =
                child.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()));
        return referenced || referencing;
    }

    Optional<Clause.ColumnDefinition> definition(Column column) {
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> situation.column(child, d.name()).equals(column.name()))
                .findFirst();
    }
}
