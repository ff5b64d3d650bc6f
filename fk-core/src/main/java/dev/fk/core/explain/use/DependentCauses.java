package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The foreign keys that stand in the way of what should go or change. */
record DependentCauses(Situation situation) {
    private static final ReferentialAction NULLING = ReferentialAction.SET_NULL;

    List<Explanation> find() {
        Statement statement = situation.statement();
        return switch (statement.kind()) {
            case DROP_TABLE, TRUNCATE -> tables();
            case ALTER_TABLE -> clauses();
            case DROP_INDEX -> new KeyCauses(situation).find();
            case CREATE_TABLE,
                    CREATE_INDEX,
                    CREATE_TYPE,
                    CREATE_SCHEMA,
                    DROP_TYPE,
                    DROP_SEQUENCE,
                    DROP_SCHEMA,
                    DROP_FUNCTION,
                    DROP_EXTENSION,
                    RENAME,
                    CREATE_VIEW,
                    DROP_VIEW,
                    INSERT,
                    UPDATE,
                    DELETE -> List.of();
        };
    }

    private List<Explanation> tables() {
        List<QualifiedName> going =
                situation.statement().tables().stream().map(situation::name).toList();
        List<Explanation> found = new ArrayList<>();
        for (QualifiedName table : going) {
            List<Owned> keys = situation.referencing(table).stream()
                    .filter(o -> !going.contains(o.table().name()))
                    .toList();
            if (!keys.isEmpty()) {
                found.add(referenced(table, keys));
            } else {
                ofWhole(table, going).ifPresent(found::add);
            }
        }
        return found;
    }

    private Explanation referenced(QualifiedName table, List<Owned> keys) {
        // MariaDB complains of the foreign key, and of a table that is missing only afterwards.
        boolean all = situation.statement().tables().stream()
                .allMatch(t -> situation.table(t).isPresent());
        Explanation found = byStatement(table, keys);
        return all ? found : found.withoutFix();
    }

    private Explanation byStatement(QualifiedName table, List<Owned> keys) {
        return situation.statement().kind() == Statement.Kind.TRUNCATE
                ? new TruncateCauses(situation, table, keys).explanation()
                : Explanation.of(
                        Cause.TABLE_REFERENCED,
                        table + " is referenced by " + Situation.list(keys),
                        foreignKeysFirst(keys),
                        Fix.before(situation.ddl(situation.drops(keys))));
    }

    /** PostgreSQL: what references a table as a whole, references its parts. */
    private Optional<Explanation> ofWhole(QualifiedName part, List<QualifiedName> going) {
        Optional<QualifiedName> whole = situation.schema().table(part).stream()
                .filter(situation.dialect()::isPartition)
                .flatMap(t -> situation.dialect().parents(t).stream())
                .filter(w -> !going.contains(w))
                .findFirst();
        List<Owned> keys = whole.map(situation::referencing).orElse(List.of());
        return whole.filter(w -> !keys.isEmpty() && situation.statement().kind() == Statement.Kind.DROP_TABLE)
                .map(w -> Explanation.of(
                        Cause.TABLE_REFERENCED,
                        part + " is a part of " + w + ", which is referenced by " + Situation.list(keys),
                        "Detach it first, which goes if no row refers to one in it.",
                        Fix.none()));
    }

    private static String foreignKeysFirst(List<Owned> keys) {
        return keys.size() == 1 ? "Drop this foreign key first." : "Drop these foreign keys first.";
    }

    private List<Explanation> clauses() {
        List<Explanation> found = new ArrayList<>();
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        if (table.isPresent()) {
            situation.droppedColumns(table.get()).stream()
                    .flatMap(n -> table.get().column(n).stream())
                    .forEach(c -> found.addAll(droppedColumn(table.get(), c)));
            Optional<Table> after = new Subject(situation).table();
            situation
                    .statement()
                    .clauses(Clause.ColumnDefinition.class)
                    .filter(d -> d.old().isPresent())
                    .forEach(d -> after.ifPresent(a -> found.addAll(changedColumn(table.get(), a, d))));
            found.addAll(new KeyCauses(situation).find());
        }
        return found;
    }

    private List<Owned> own(Table table, String column) {
        return table.foreignKeys().stream()
                .filter(k -> k.columns().contains(column))
                .map(k -> new Owned(table, k))
                .toList();
    }

    private List<Owned> others(Table table, String column) {
        return situation.referencing(table.name()).stream()
                .filter(o -> o.key().referencedColumns().contains(column))
                .toList();
    }

    private List<Owned> all(Table table, String column) {
        Set<Owned> keys = new LinkedHashSet<>(own(table, column));
        keys.addAll(others(table, column));
        return List.copyOf(keys);
    }

    private List<Explanation> droppedColumn(Table table, Column column) {
        List<Owned> keys = situation.diagnosis().columnsTakeForeignKeysAlong()
                ? others(table, column.name())
                : all(table, column.name());
        return keys.isEmpty()
                ? List.of()
                : List.of(Explanation.of(
                        Cause.COLUMN_IN_FOREIGN_KEY,
                        table.name() + "." + column.name() + " is part of " + Situation.list(keys),
                        foreignKeysFirst(keys),
                        Fix.before(situation.ddl(situation.drops(keys)))));
    }

    private List<Explanation> changedColumn(Table table, Table after, Clause.ColumnDefinition definition) {
        Optional<Column> from =
                definition.old().map(o -> situation.column(table, o)).flatMap(table::column);
        Optional<Column> to = after.column(situation.column(after, definition.name()));
        if (from.isEmpty() || to.isEmpty()) {
            return List.of();
        }
        List<Explanation> found = new ArrayList<>();
        setToNull(table, from.get(), to.get()).ifPresent(found::add);
        boolean retyped = !from.get().type().equals(to.get().type())
                || !from.get().collation().equals(to.get().collation());
        List<Owned> keys = retyped ? all(table, from.get().name()) : List.of();
        if (!keys.isEmpty()) {
            Explanation joined = retyped(table, from.get(), to.get(), keys);
            found.add(definition.using().isPresent() && hasRows(table, keys) ? joined.withoutFix() : joined);
        }
        return found;
    }

    /** What USING makes of the values on one side, nobody knows of those on the other. */
    private boolean hasRows(Table table, List<Owned> keys) {
        RowSql rows = new RowSql(situation);
        return rows.number(table, "1 = 1") > 0 || keys.stream().anyMatch(o -> rows.number(o.table(), "1 = 1") > 0);
    }

    private Optional<Explanation> setToNull(Table table, Column from, Column to) {
        List<Owned> keys = own(table, from.name()).stream()
                .filter(o -> o.key().onDelete() == NULLING || o.key().onUpdate() == NULLING)
                .toList();
        if (to.nullable() || keys.isEmpty()) {
            return Optional.empty();
        }
        List<Change> after = keys.stream()
                .<Change>map(o -> new Change.AddForeignKey(table.name(), withoutNulling(o.key())))
                .toList();
        return Optional.of(Explanation.of(
                Cause.SET_NULL_ON_NOT_NULL,
                table.name() + "." + from.name() + " cannot become NOT NULL: " + Situation.list(keys)
                        + " sets it to NULL",
                "Let the foreign key do something else (here: refuse), or leave the column nullable.",
                Fix.around(situation.ddl(situation.drops(keys)), situation.ddl(after))));
    }

    private static ForeignKey withoutNulling(ForeignKey key) {
        return key.withActions(
                key.onDelete() == NULLING ? ReferentialAction.NO_ACTION : key.onDelete(),
                key.onUpdate() == NULLING ? ReferentialAction.NO_ACTION : key.onUpdate());
    }

    /** The columns on both sides have to change together, without the foreign key in between. */
    private Explanation retyped(Table table, Column from, Column to, List<Owned> keys) {
        Set<Change> after = new LinkedHashSet<>();
        boolean held = false;
        for (Owned owned : keys) {
            Optional<Counterpart> counterpart = counterpart(table, from.name(), owned);
            counterpart.ifPresent(c -> after.addAll(c.followed(to)));
            held |= counterpart
                    .filter(c -> !keys.containsAll(all(c.table(), c.column().name())))
                    .isPresent();
        }
        keys.forEach(o -> after.add(new Change.AddForeignKey(o.table().name(), renamed(table, from, to, o))));
        return Explanation.of(
                Cause.COLUMN_IN_FOREIGN_KEY,
                table.name() + "." + from.name() + " cannot become "
                        + to.type().describe() + ": " + Situation.list(keys)
                        + (keys.size() == 1 ? " joins" : " join") + " it with columns of "
                        + from.type().describe(),
                held
                        ? "Change all columns that foreign keys join with it, while none of these is there."
                        : "Change both sides while the foreign key is out of the way.",
                held
                        ? Fix.none()
                        : Fix.around(situation.ddl(situation.drops(keys)), situation.ddl(List.copyOf(after))));
    }

    /** With the name that the column gets by the same statement. */
    private static ForeignKey renamed(Table table, Column from, Column to, Owned owned) {
        ForeignKey key = owned.key();
        UnaryOperator<String> name = c -> c.equals(from.name()) ? to.name() : c;
        ForeignKey own = owned.table().equals(table)
                ? key.withColumns(key.columns().stream().map(name).toList())
                : key;
        return key.referencedTable().equals(table.name())
                ? own.withReferenced(
                        table.name(), key.referencedColumns().stream().map(name).toList())
                : own;
    }

    /** The column on the other side of a foreign key. */
    private record Counterpart(Situation situation, Table table, Column column) {
        List<Change> followed(Column other) {
            boolean fits = situation.dialect().incompatibility(other, column).isEmpty()
                    && situation.dialect().incompatibility(column, other).isEmpty()
                    && column.collation().equals(other.collation());
            Column changed = column.withType(other.type()).withCollation(other.collation());
            return fits ? List.of() : List.of(new Change.AlterColumn(table.name(), column, changed));
        }
    }

    private Optional<Counterpart> counterpart(Table table, String column, Owned owned) {
        boolean child = owned.table().equals(table) && owned.key().columns().contains(column);
        List<String> here = child ? owned.key().columns() : owned.key().referencedColumns();
        List<String> there =
                child ? owned.key().referencedColumns() : owned.key().columns();
        Optional<Table> other =
                child ? situation.schema().table(owned.key().referencedTable()) : Optional.of(owned.table());
        return other.flatMap(t -> t.column(there.get(here.indexOf(column))).map(c -> new Counterpart(situation, t, c)));
    }
}
