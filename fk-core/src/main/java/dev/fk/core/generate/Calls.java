package dev.fk.core.generate;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls of a QueryInterface that make each change; none if another one makes it too. */
record Calls(ChangeSet all, Schema from, Types types) implements Change.Visitor<List<String>> {
    private static String call(String name, QualifiedName table, String... more) {
        String rest = String.join(", ", more);
        return name + "(" + JavaText.literal(table.name()) + (rest.isEmpty() ? "" : ", " + rest) + ")";
    }

    private static List<String> add(QualifiedName table, Constraint constraint) {
        return List.of(call("addConstraint", table, ConstraintSource.of(constraint)));
    }

    /** By what it is, where that is clear: another database may have given it another name. */
    private List<String> remove(QualifiedName table, Constraint constraint, String kind, List<String> columns) {
        long same = from.table(table).stream()
                .flatMap(Table::constraints)
                .filter(c ->
                        c.getClass() == constraint.getClass() && columnsOf(c).equals(columns))
                .count();
        return same == 1
                ? List.of(call("removeConstraint", table, kind + "(" + JavaText.literals(columns) + ")"))
                : removeByName(table, constraint);
    }

    private static List<String> columnsOf(Constraint constraint) {
        return constraint instanceof ForeignKey f
                ? f.columns()
                : constraint instanceof UniqueKey u ? u.columns() : List.of();
    }

    private static List<String> removeByName(QualifiedName table, Constraint constraint) {
        String call =
                constraint instanceof Index || constraint instanceof UniqueKey ? "removeIndex" : "removeConstraint";
        return List.of(call(call, table, JavaText.literal(constraint.name().orElseThrow())));
    }

    private ColumnSource source(QualifiedName table, Column column) {
        return new ColumnSource(column, types.declared(table, column));
    }

    /** The only foreign key on a new column is said with it. */
    private Optional<ForeignKey> reference(QualifiedName table, String column) {
        List<ForeignKey> keys = all.ofType(Change.AddForeignKey.class).stream()
                .filter(a -> a.table().equals(table) && a.foreignKey().columns().equals(List.of(column)))
                .map(Change.AddForeignKey::foreignKey)
                .toList();
        return keys.stream()
                .filter(k -> keys.size() == 1 && AttributeSource.isSayable(k))
                .findFirst();
    }

    private boolean isSaidWithItsColumn(Change.AddForeignKey c) {
        return all.ofType(Change.AddColumn.class).stream()
                .filter(a -> a.table().equals(c.table()))
                .filter(a -> source(a.table(), a.column()).isAttribute())
                .anyMatch(a -> reference(a.table(), a.column().name()).equals(Optional.of(c.foreignKey())));
    }

    @Override
    public List<String> createTable(Change.CreateTable c) {
        return List.of(TableSource.of(c.definition(), types));
    }

    @Override
    public List<String> dropTable(Change.DropTable c) {
        return List.of(call("dropTable", c.table()));
    }

    @Override
    public List<String> renameTable(Change.RenameTable c) {
        return List.of(call("renameTable", c.table(), JavaText.literal(c.to().name())));
    }

    @Override
    public List<String> alterOptions(Change.AlterOptions c) {
        return List.of(call("changeOptions", c.table(), Values.of(c.to())));
    }

    @Override
    public List<String> alterComment(Change.AlterComment c) {
        return List.of(call("changeComment", c.table(), JavaText.literal(c.to().orElse(""))));
    }

    @Override
    public List<String> addColumn(Change.AddColumn c) {
        ColumnSource source = source(c.table(), c.column());
        return List.of(call(
                "addColumn",
                c.table(),
                source.arguments(false, false, reference(c.table(), c.column().name()))));
    }

    @Override
    public List<String> dropColumn(Change.DropColumn c) {
        return List.of(
                call("removeColumn", c.table(), JavaText.literal(c.column().name())));
    }

    @Override
    public List<String> alterColumn(Change.AlterColumn c) {
        return List.of(call("changeColumn", c.table(), source(c.table(), c.to()).arguments()));
    }

    @Override
    public List<String> renameColumn(Change.RenameColumn c) {
        return List.of(call("renameColumn", c.table(), JavaText.literal(c.from()), JavaText.literal(c.to())));
    }

    @Override
    public List<String> addPrimaryKey(Change.AddPrimaryKey c) {
        return add(c.table(), c.primaryKey());
    }

    @Override
    public List<String> dropPrimaryKey(Change.DropPrimaryKey c) {
        return List.of(call("removeConstraint", c.table(), "thePrimaryKey()"));
    }

    @Override
    public List<String> addUniqueKey(Change.AddUniqueKey c) {
        return add(c.table(), c.uniqueKey());
    }

    @Override
    public List<String> dropUniqueKey(Change.DropUniqueKey c) {
        return remove(c.table(), c.uniqueKey(), "uniqueOn", c.uniqueKey().columns());
    }

    @Override
    public List<String> addForeignKey(Change.AddForeignKey c) {
        return isSaidWithItsColumn(c) ? List.of() : add(c.table(), c.foreignKey());
    }

    @Override
    public List<String> dropForeignKey(Change.DropForeignKey c) {
        return remove(c.table(), c.foreignKey(), "foreignKeyOn", c.foreignKey().columns());
    }

    @Override
    public List<String> alterForeignKey(Change.AlterForeignKey c) {
        ForeignKey to = c.to().withName(c.to().name().or(() -> c.from().name()));
        return List.of(
                remove(c.table(), c.from(), "foreignKeyOn", c.from().columns()).get(0),
                add(c.table(), to).get(0));
    }

    @Override
    public List<String> addIndex(Change.AddIndex c) {
        return new ImpliedIndexes(types.canonical()).comes(c, all, from)
                ? List.of()
                : List.of(call("addIndex", c.table(), ConstraintSource.of(c.index())));
    }

    @Override
    public List<String> dropIndex(Change.DropIndex c) {
        return removeByName(c.table(), c.index());
    }

    @Override
    public List<String> addCheck(Change.AddCheck c) {
        return add(c.table(), c.check());
    }

    @Override
    public List<String> dropCheck(Change.DropCheck c) {
        return removeByName(c.table(), c.check());
    }

    @Override
    public List<String> alterCheck(Change.AlterCheck c) {
        return Stream.of(removeByName(c.table(), c.from()), add(c.table(), c.to()))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<String> addExclusion(Change.AddExclusion c) {
        return add(c.table(), c.exclusion());
    }

    @Override
    public List<String> dropExclusion(Change.DropExclusion c) {
        return removeByName(c.table(), c.exclusion());
    }

    @Override
    public List<String> renameConstraint(Change.RenameConstraint c) {
        String call = c.from() instanceof Index || c.from() instanceof UniqueKey ? "renameIndex" : "renameConstraint";
        return List.of(call(
                call,
                c.table(),
                JavaText.literal(c.from().name().orElseThrow()),
                JavaText.literal(c.to().name().orElseThrow())));
    }

    @Override
    public List<String> createEnum(Change.CreateEnum c) {
        boolean withItsColumn = all.changes().stream().anyMatch(o -> isMadeBy(o, c.definition()));
        return withItsColumn
                ? List.of()
                : List.of(call(
                        "createEnum",
                        c.subject(),
                        JavaText.literals(c.definition().labels())));
    }

    private boolean isMadeBy(Change change, EnumDefinition definition) {
        DataType declared = new DataType.EnumType(definition.labels());
        if (change instanceof Change.CreateTable create) {
            return create.definition().columns().stream()
                    .filter(c -> c.type().equals(new DataType.Named(definition.name())))
                    .map(c -> source(create.table(), c))
                    .anyMatch(s -> s.type().equals(declared) && s.isAttribute());
        }
        Optional<Column> column = change instanceof Change.AddColumn add
                ? Optional.of(add.column())
                : change instanceof Change.AlterColumn alter ? Optional.of(alter.to()) : Optional.empty();
        return column.filter(c -> c.type().equals(new DataType.Named(definition.name())))
                .map(c -> source(change.subject(), c))
                .filter(s -> s.type().equals(declared) && s.isAttribute())
                .isPresent();
    }

    /** A type goes with its last column. */
    @Override
    public List<String> dropEnum(Change.DropEnum c) {
        boolean used = from.tables().values().stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::type)
                .map(t -> t instanceof DataType.Array array ? array.element() : t)
                .anyMatch(new DataType.Named(c.subject())::equals);
        return used ? List.of() : List.of(call("dropEnum", c.subject()));
    }

    @Override
    public List<String> alterEnum(Change.AlterEnum c) {
        return List.of(call("changeEnum", c.subject(), JavaText.literals(c.to().labels())));
    }

    @Override
    public List<String> renameEnumLabel(Change.RenameEnumLabel c) {
        return List.of(call("renameEnumLabel", c.subject(), JavaText.literals(List.of(c.from(), c.to()))));
    }
}
