package dev.fk.core.migration;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.DropOf;
import dev.fk.core.diff.Patch;
import dev.fk.core.model.Attribute;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What each call of a migration changes, as a pure function of the schema it meets. Additions are written into the table
 * as a value, brought into the server's normal form and compared: what an attribute drags along (an enum type, a unique
 * key, a foreign key) comes out as changes of its own.
 *
 * @param current the schema before the call
 * @param canonical how the server would report a declared schema
 */
record Operations(CanonicalSchema current, Function<Schema, CanonicalSchema> canonical) {
    ChangeSet createTable(Table declared) {
        return edited(Optional.empty(), declared);
    }

    ChangeSet dropTable(QualifiedName table) {
        return withUnusedEnums(new Change.DropTable(existing(table)));
    }

    /** All but those that fk keeps for itself. */
    ChangeSet dropAllTables() {
        Schema mine = CallHandler.withoutOwn(current).schema();
        List<Change> drops = new ArrayList<>();
        mine.tables().values().forEach(t -> drops.add(new Change.DropTable(t)));
        mine.enums().values().forEach(e -> drops.add(new Change.DropEnum(e)));
        return new ChangeSet(drops);
    }

    ChangeSet renameTable(QualifiedName from, QualifiedName to) {
        existing(from);
        return ChangeSet.of(new Change.RenameTable(from, to));
    }

    ChangeSet addColumn(QualifiedName table, String column, Attribute<?> attribute, ColumnPosition position) {
        Table there = existing(table);
        ChangeSet changes = edited(Optional.of(there), ColumnSpec.added(there, column, attribute));
        return new ChangeSet(changes.changes().stream()
                .map(c -> c instanceof Change.AddColumn add
                        ? new Change.AddColumn(add.table(), add.column(), position)
                        : c)
                .toList());
    }

    ChangeSet changeColumn(QualifiedName table, String column, Attribute<?> attribute) {
        Table there = existing(table);
        Lookup.column(there, column);
        return edited(Optional.of(there), ColumnSpec.changed(there, column, attribute));
    }

    ChangeSet renameColumn(QualifiedName table, String from, String to) {
        Lookup.column(existing(table), from);
        return ChangeSet.of(new Change.RenameColumn(table, from, to));
    }

    /** The column, and before it whatever of the same table cannot stand without it. */
    ChangeSet removeColumn(QualifiedName table, String column) {
        Table there = existing(table);
        Column removed = Lookup.column(there, column);
        List<Change> changes = new ArrayList<>(there.constraints()
                .filter(c -> Dependents.of(column).test(c))
                .map(c -> c.accept(new DropOf(table)))
                .toList());
        int index = there.columns().indexOf(removed);
        ColumnPosition position = index == 0
                ? ColumnPosition.atFirst()
                : ColumnPosition.after(there.columns().get(index - 1).name());
        changes.add(new Change.DropColumn(table, removed, position));
        return withUnusedEnums(changes.toArray(Change[]::new));
    }

    ChangeSet addConstraint(QualifiedName table, ConstraintSpec spec) {
        existing(table);
        return ChangeSet.of(spec.on(table).accept(new AddOf(table)));
    }

    ChangeSet addIndex(QualifiedName table, IndexSpec index) {
        existing(table);
        return ChangeSet.of(new Change.AddIndex(table, index.on(table)));
    }

    /** A foreign key often shares its name with the index behind it (InnoDB); a constraint is what was asked for. */
    ChangeSet removeConstraint(QualifiedName table, String name) {
        Predicate<Constraint> named = c -> c.name().equals(Optional.of(name));
        boolean isConstraint = existing(table).constraints().filter(named).anyMatch(c -> !(c instanceof Index));
        return dropped(table, "constraint " + name, named.and(c -> !isConstraint || !(c instanceof Index)));
    }

    /** Never a foreign key of the same name. */
    ChangeSet removeIndex(QualifiedName table, String name) {
        return dropped(
                table,
                "index " + name,
                c -> c.name().equals(Optional.of(name)) && (c instanceof Index || c instanceof UniqueKey));
    }

    ChangeSet removeForeignKey(QualifiedName table, ForeignKeySelector selector) {
        return dropped(
                table,
                "foreign key on (" + String.join(", ", selector.columns()) + ")",
                c -> c instanceof ForeignKey key && key.columns().equals(selector.columns()));
    }

    ChangeSet removeIndexOn(QualifiedName table, List<String> columns) {
        return dropped(
                table,
                "index on (" + String.join(", ", columns) + ")",
                c -> c instanceof Index index && index.leadingColumns().equals(columns));
    }

    private ChangeSet dropped(QualifiedName table, String what, Predicate<Constraint> wanted) {
        Table there = existing(table);
        List<Change> changes = there.constraints()
                .filter(wanted)
                .map(c -> c.accept(new DropOf(table)))
                .toList();
        if (changes.isEmpty()) {
            String present =
                    there.constraints().flatMap(c -> c.name().stream()).sorted().collect(Collectors.joining(", "));
            throw new MigrationException("Table " + table + " has no " + what + ". It has: "
                    + (present.isEmpty() ? "no constraints" : present) + ".");
        }
        return new ChangeSet(changes);
    }

    private ChangeSet edited(Optional<Table> before, Table after) {
        Schema declared = Schema.of(List.of(after), current.schema().enums().values());
        CanonicalSchema wish = canonical.apply(declared);
        CanonicalSchema there = current.restrictedTo(
                before.stream().toList(), current.schema().enums().values());
        return Differ.diff(there, wish);
    }

    private ChangeSet withUnusedEnums(Change... changes) {
        List<Change> all = new ArrayList<>(List.of(changes));
        Schema before = current.schema();
        Schema after = Patch.apply(before, ChangeSet.of(changes));
        for (EnumDefinition definition : before.enums().values()) {
            if (uses(before, definition) && !uses(after, definition)) {
                all.add(new Change.DropEnum(definition));
            }
        }
        return new ChangeSet(all);
    }

    private static boolean uses(Schema schema, EnumDefinition definition) {
        return schema.tables().values().stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::type)
                .map(t -> t instanceof DataType.Array array ? array.element() : t)
                .anyMatch(new DataType.Named(definition.name())::equals);
    }

    private Table existing(QualifiedName table) {
        return Lookup.table(current.schema(), table);
    }
}
