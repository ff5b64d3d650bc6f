package dev.fk.core.migration;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.diff.Differ;
import dev.fk.core.diff.DropOf;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each call of a migration changes, as a pure function of the schema it meets. Additions are written into the table
 * as a value, brought into the server's normal form and compared: what an attribute drags along (an enum type, a unique
 * key, a foreign key) comes out as changes of its own.
 *
 * @param current the schema before the call
 * @param canonical how the server would report a declared schema
 * @param elsewhere what uses enum types beside columns
 */
record Operations(
        CanonicalSchema current,
        Function<Schema, CanonicalSchema> canonical,
        Function<List<QualifiedName>, Map<QualifiedName, List<String>>> elsewhere) {
    ChangeSet createTable(Table declared) {
        return edited(Optional.empty(), declared);
    }

    ChangeSet dropTable(QualifiedName table) {
        return withUnusedEnums(new Change.DropTable(existing(table)));
    }

    /**
     * All but those that fk keeps for itself.
     *
     * @param only the schema that is meant; empty for all in scope
     */
    ChangeSet dropAllTables(Optional<String> only) {
        Schema mine = CallHandler.withoutOwn(current).schema();
        Predicate<QualifiedName> meant = n -> only.isEmpty() || n.schema().equals(only);
        List<Change> drops = new ArrayList<>();
        mine.tables().values().stream()
                .filter(t -> meant.test(t.name()))
                .forEach(t -> drops.add(new Change.DropTable(t)));
        Schema after = Patch.apply(mine, new ChangeSet(drops));
        mine.enums().values().stream()
                .filter(e -> meant.test(e.name()) && !uses(after, e) && isFree(e))
                .forEach(e -> drops.add(new Change.DropEnum(e)));
        return new ChangeSet(drops);
    }

    ChangeSet renameTable(QualifiedName from, QualifiedName to) {
        existing(from);
        return ChangeSet.of(new Change.RenameTable(from, to));
    }

    ChangeSet addColumn(QualifiedName table, String column, UnaryOperator<Table> addition, ColumnPosition position) {
        Table there = existing(table);
        Lookup.noColumn(there, column);
        position.after().ifPresent(a -> Lookup.column(there, a));
        ChangeSet changes = edited(Optional.of(there), addition.apply(there));
        return new ChangeSet(changes.changes().stream()
                .map(c -> c instanceof Change.AddColumn add
                        ? new Change.AddColumn(add.table(), add.column(), position)
                        : c)
                .toList());
    }

    /** An enum type that no other column has gets other labels, rather than giving way to one of another name. */
    ChangeSet changeColumn(QualifiedName table, String column, UnaryOperator<Table> edit) {
        Table there = existing(table);
        String changed = table + "." + Lookup.column(there, column).name();
        Table after = edit.apply(there);
        boolean labelled = Lookup.column(after, column).type() instanceof DataType.EnumType;
        List<EnumDefinition> staying = current.schema().enums().values().stream()
                .filter(e -> !labelled || !users(current.schema(), e).toList().equals(List.of(changed)))
                .toList();
        ChangeSet changes = edited(Optional.of(there), after, staying)
                .filter(c -> !(c instanceof Change.DropEnum)); // which comes last, if nothing else uses it
        boolean keepsOthers = changes.ofType(Change.AlterEnum.class).stream()
                .allMatch(c -> c.from().growsInto(c.to()) || isFree(c.from()));
        ChangeSet kept = keepsOthers ? changes : edited(Optional.of(there), after);
        return withUnusedEnums(kept.changes().toArray(Change[]::new));
    }

    ChangeSet moveColumn(QualifiedName table, String column, UnaryOperator<Table> edit, ColumnPosition position) {
        Table there = existing(table);
        Column before = Lookup.column(there, column);
        position.after().ifPresent(a -> Lookup.column(there, a));
        ColumnPosition now = position(there, before);
        List<Change> changes = new ArrayList<>();
        boolean moved = false;
        for (Change change : changeColumn(table, column, edit).changes()) {
            boolean alters = change instanceof Change.AlterColumn;
            moved |= alters;
            changes.add(change instanceof Change.AlterColumn alter ? alter.moving(now, position) : change);
        }
        if (!moved) {
            changes.add(new Change.AlterColumn(table, before, before).moving(now, position));
        }
        return new ChangeSet(changes);
    }

    private static ColumnPosition position(Table table, Column column) {
        int index = table.columns().indexOf(column);
        return index == 0
                ? ColumnPosition.atFirst()
                : ColumnPosition.after(table.columns().get(index - 1).name());
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
        changes.add(new Change.DropColumn(table, removed, position(there, removed)));
        return withUnusedEnums(changes.toArray(Change[]::new));
    }

    ChangeSet addConstraint(QualifiedName table, ConstraintSpec spec) {
        existing(table);
        return ChangeSet.of(spec.on(table).accept(new AddOf(table)));
    }

    ChangeSet addIndex(QualifiedName table, Index index) {
        existing(table);
        return ChangeSet.of(new Change.AddIndex(table, index));
    }

    ChangeSet changeComment(QualifiedName table, Optional<String> comment) {
        Table there = existing(table);
        return there.comment().equals(comment)
                ? ChangeSet.of()
                : ChangeSet.of(new Change.AlterComment(table, there.comment(), comment));
    }

    ChangeSet changeOptions(QualifiedName table, Options options) {
        Table there = existing(table);
        return edited(Optional.of(there), there.withOptions(options));
    }

    ChangeSet createEnum(EnumDefinition definition) {
        if (current.schema().enums().containsKey(definition.name())) {
            throw new MigrationException("There is an enum type " + definition.name() + " already.");
        }
        Lookup.noLabelTwice(definition);
        Schema alone = Schema.of(List.of(), List.of(definition));
        if (canonical.apply(alone).schema().enums().isEmpty()) {
            throw new MigrationException("There are no enum types with a name of their own on this server, so that "
                    + definition.name() + " would be lost. Give its labels to the columns: enumOf("
                    + definition.labels().stream().map(l -> '"' + l + '"').collect(Collectors.joining(", ")) + ").");
        }
        return ChangeSet.of(new Change.CreateEnum(definition));
    }

    ChangeSet changeEnum(EnumDefinition to) {
        EnumDefinition from = Lookup.enumType(current.schema(), to.name());
        Lookup.noLabelTwice(to);
        return from.equals(to) ? ChangeSet.of() : ChangeSet.of(new Change.AlterEnum(from, to));
    }

    ChangeSet renameEnumLabel(EnumDefinition type, String from, String to) {
        Lookup.renamable("The enum type " + type.name(), type.labels(), from, to);
        return ChangeSet.of(new Change.RenameEnumLabel(type.name(), from, to));
    }

    ChangeSet dropEnum(QualifiedName type) {
        EnumDefinition definition = Lookup.enumType(current.schema(), type);
        List<String> users = users(current.schema(), definition).toList();
        if (!users.isEmpty()) {
            throw new MigrationException("The enum type " + type + " is the type of " + String.join(", ", users)
                    + ", so that the server would refuse to drop it. Remove "
                    + (users.size() == 1 ? "that column" : "those columns")
                    + " or change the type first, with removeColumn or changeColumn. An enum type goes with the"
                    + " last column that has it, and then needs no dropEnum.");
        }
        List<String> others = elsewhere(type);
        if (!others.isEmpty()) {
            throw new MigrationException("The enum type " + type + " is used by " + String.join(", ", others)
                    + ", so that the server would refuse to drop it. Drop or change "
                    + (others.size() == 1 ? "that" : "those") + " first, with q.sql(…).");
        }
        return ChangeSet.of(new Change.DropEnum(definition));
    }

    /** A type that something else uses stays when the last column goes that has it. */
    private boolean isFree(EnumDefinition definition) {
        return elsewhere(definition.name()).isEmpty();
    }

    private List<String> elsewhere(QualifiedName type) {
        return elsewhere.apply(List.of(type)).getOrDefault(type, List.of());
    }

    /** As if each came after the one before, but what they add up to is found by comparing. */
    ChangeSet together(List<Call> calls) {
        CanonicalSchema sum = current;
        List<Change.AddColumn> added = new ArrayList<>();
        List<Change.DropIndex> dropped = new ArrayList<>();
        for (Call call : calls) {
            CanonicalSchema soFar = sum;
            Operations next = new Operations(soFar, s -> unnormalised(soFar, s), elsewhere);
            ChangeSet changes = call.operation().apply(next);
            if (changes.changes().stream().anyMatch(Operations::renames)) {
                throw new MigrationException(
                        "Within together(…) a rename would be taken for a loss and an addition, because"
                                + " only before and after are compared. Put it before, in a call of its own: "
                                + changes);
            }
            // a type that the next call may use goes at the end
            ChangeSet kept =
                    changes.filter(c -> !(c instanceof Change.DropEnum d && uses(current.schema(), d.definition())));
            added.addAll(kept.ofType(Change.AddColumn.class));
            dropped.addAll(kept.ofType(Change.DropIndex.class));
            sum = unnormalised(soFar, Patch.apply(soFar.schema(), kept));
        }
        Schema after = sum.schema();
        for (EnumDefinition definition : current.schema().enums().values()) {
            if (uses(current.schema(), definition) && !uses(after, definition) && isFree(definition)) {
                after = after.withoutEnum(definition.name());
            }
        }
        ChangeSet total = Differ.diff(current, canonical.apply(after));
        List<Change> all = new ArrayList<>(total.changes().stream()
                .map(c -> c instanceof Change.AddColumn add ? placed(add, added) : c)
                .toList());
        for (Change.DropIndex drop : dropped) {
            if (isMissed(drop, all, sum.schema())) {
                all.add(drop);
            }
        }
        return new ChangeSet(all);
    }

    /** Comparing does not see that an index goes which a foreign key that stays as it is would have made. */
    private boolean isMissed(Change.DropIndex drop, List<Change> total, Schema after) {
        boolean went = current.schema().table(drop.table()).stream()
                        .anyMatch(t -> t.indexes().contains(drop.index()))
                && after.table(drop.table()).stream().anyMatch(t -> !t.indexes().contains(drop.index()));
        return went
                && total.stream()
                        .filter(c -> c.subject().equals(drop.table()))
                        .noneMatch(c -> c.equals(drop)
                                || c instanceof Change.AddForeignKey
                                || c instanceof Change.DropForeignKey
                                || c instanceof Change.AlterForeignKey);
    }

    /** Comparing does not see where a column was to be put. */
    private static Change placed(Change.AddColumn change, List<Change.AddColumn> asked) {
        return asked.stream()
                .filter(a -> a.table().equals(change.table())
                        && a.column().name().equals(change.column().name()))
                .findFirst()
                .map(a -> new Change.AddColumn(change.table(), change.column(), a.position()))
                .orElse(change);
    }

    /** On the way nobody compares, so that nothing need be in the server's form. */
    private static CanonicalSchema unnormalised(CanonicalSchema like, Schema schema) {
        return like.restrictedTo(schema.tables().values(), schema.enums().values());
    }

    static boolean renames(Change change) {
        return change instanceof Change.RenameTable
                || change instanceof Change.RenameColumn
                || change instanceof Change.RenameEnumLabel;
    }

    /** A foreign key often shares its name with the index behind it (InnoDB); a constraint is what was asked for. */
    ChangeSet removeConstraint(QualifiedName table, String name) {
        Predicate<Constraint> named = c -> c.name().equals(Optional.of(name));
        boolean isConstraint = existing(table).constraints().filter(named).anyMatch(c -> !(c instanceof Index));
        Predicate<Constraint> meant = named.and(c -> !isConstraint || !(c instanceof Index));
        refuseNamesakes(table, name, meant);
        return dropped(table, "constraint " + name, meant);
    }

    /** MySQL takes one name for a foreign key, a unique key and a check of a table. */
    private void refuseNamesakes(QualifiedName table, String name, Predicate<Constraint> meant) {
        List<String> found = existing(table)
                .constraints()
                .filter(meant)
                .map(c -> c.accept(new DropOf(table)).describe().replaceFirst("^drop ", ""))
                .toList();
        if (found.size() > 1) {
            throw new MigrationException(
                    "Table " + table + " has " + found.size() + " constraints " + name + ": "
                            + String.join(", ", found)
                            + ". Say which: foreignKeyOn(…) and uniqueOn(…) select one by its"
                            + " columns, removeIndex(…) a unique key by its name; a check of that name goes once it is the last.");
        }
    }

    /** Never a foreign key of the same name. */
    ChangeSet removeIndex(QualifiedName table, String name) {
        return dropped(
                table,
                "index " + name,
                c -> c.name().equals(Optional.of(name)) && (c instanceof Index || c instanceof UniqueKey));
    }

    ChangeSet removeConstraint(QualifiedName table, ConstraintSelector selector) {
        return dropped(table, selector.toString(), selector::selects);
    }

    /** A foreign key and the index behind it may share a name. */
    ChangeSet renameConstraint(QualifiedName table, String from, String to) {
        Predicate<Constraint> meant = c -> !(c instanceof Index) && isNamed(c, from);
        refuseNamesakes(table, from, meant);
        return renamed(table, "constraint " + from, meant, to);
    }

    ChangeSet renameIndex(QualifiedName table, String from, String to) {
        return renamed(
                table, "index " + from, c -> (c instanceof Index || c instanceof UniqueKey) && isNamed(c, from), to);
    }

    private static boolean isNamed(Constraint constraint, String name) {
        return constraint.name().equals(Optional.of(name));
    }

    private ChangeSet renamed(QualifiedName table, String what, Predicate<Constraint> wanted, String to) {
        Constraint found = existing(table)
                .constraints()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> absent(existing(table), what));
        return ChangeSet.of(new Change.RenameConstraint(table, found, found.withName(Optional.of(to))));
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
            throw absent(there, what);
        }
        return new ChangeSet(changes);
    }

    /** An index is looked for among indexes and unique keys, which have one; anything else among all there is. */
    private static MigrationException absent(Table there, String what) {
        boolean index = what.startsWith("index ");
        String present = there.constraints()
                .filter(c -> !index || c instanceof Index || c instanceof UniqueKey)
                .flatMap(c -> c.name().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new MigrationException("Table " + there.name() + " has no " + what + ". It has: "
                + (present.isEmpty() ? index ? "no indexes" : "no constraints" : present) + ".");
    }

    private ChangeSet edited(Optional<Table> before, Table after) {
        return edited(before, after, current.schema().enums().values());
    }

    /** @param staying the enum types whose labels are not up to this table */
    private ChangeSet edited(Optional<Table> before, Table after, Collection<EnumDefinition> staying) {
        Schema declared = Schema.of(List.of(after), staying);
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
            if (uses(before, definition) && !uses(after, definition) && isFree(definition)) {
                all.add(new Change.DropEnum(definition));
            }
        }
        return new ChangeSet(all);
    }

    private static boolean uses(Schema schema, EnumDefinition definition) {
        return users(schema, definition).findAny().isPresent();
    }

    /** The columns of an enum type, or of arrays of it. */
    private static Stream<String> users(Schema schema, EnumDefinition definition) {
        DataType type = new DataType.Named(definition.name());
        return schema.tables().values().stream().flatMap(t -> t.columns().stream()
                .filter(c -> type.equals(c.type() instanceof DataType.Array array ? array.element() : c.type()))
                .map(c -> t.name() + "." + c.name()));
    }

    private Table existing(QualifiedName table) {
        return Lookup.table(current.schema(), table);
    }
}
