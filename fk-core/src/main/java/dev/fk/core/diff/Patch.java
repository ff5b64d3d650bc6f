package dev.fk.core.diff;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Applies changes to a schema as a value. A change that does not fit (its table is missing, the column to drop is not
 * there) is a {@link PatchException}: a schema is never changed half.
 */
@API(status = Status.EXPERIMENTAL)
public final class Patch implements Change.Visitor<Schema> {
    private final Schema schema;

    private Patch(Schema schema) {
        this.schema = schema;
    }

    public static Schema apply(Schema schema, ChangeSet changes) {
        Schema patched = schema;
        for (Change change : changes.changes()) {
            patched = apply(patched, change);
        }
        return patched;
    }

    public static Schema apply(Schema schema, Change change) {
        return change.accept(new Patch(schema));
    }

    @Override
    public Schema createTable(Change.CreateTable c) {
        require(schema.table(c.table()).isEmpty(), c, "the table is there already");
        return schema.with(c.definition());
    }

    @Override
    public Schema dropTable(Change.DropTable c) {
        require(schema.table(c.table()).isPresent(), c, "there is no such table");
        return schema.without(c.table());
    }

    @Override
    public Schema renameTable(Change.RenameTable c) {
        require(schema.table(c.to()).isEmpty(), c, "the new name is taken");
        Table table = existing(c);
        return schema.without(c.table())
                .with(table.withName(c.to()))
                .mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                        .map(f -> f.referencedTable().equals(c.table())
                                ? f.withReferenced(c.to(), f.referencedColumns())
                                : f)
                        .toList()));
    }

    @Override
    public Schema alterOptions(Change.AlterOptions c) {
        return schema.with(existing(c).withOptions(c.to()));
    }

    @Override
    public Schema alterComment(Change.AlterComment c) {
        return schema.with(existing(c).withComment(c.to()));
    }

    @Override
    public Schema addColumn(Change.AddColumn c) {
        Table table = existing(c);
        require(table.column(c.column().name()).isEmpty(), c, "the column is there already");
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(index(c, table), c.column());
        return schema.with(table.withColumns(columns));
    }

    private static int index(Change.AddColumn c, Table table) {
        if (c.position().first()) {
            return 0;
        }
        Optional<String> after = c.position().after();
        if (after.isEmpty()) {
            return table.columns().size();
        }
        int found = table.columnNames().indexOf(after.get());
        require(found >= 0, c, "there is no column " + after.get() + " to put it after");
        return found + 1;
    }

    @Override
    public Schema dropColumn(Change.DropColumn c) {
        Table table = existing(c);
        return schema.with(table.withColumns(
                without(c, table.columns(), columnNamed(c, table, c.column().name()))));
    }

    @Override
    public Schema alterColumn(Change.AlterColumn c) {
        Table table = existing(c);
        Column before = columnNamed(c, table, c.from().name());
        Table altered = table.withColumns(
                table.columns().stream().map(x -> x.equals(before) ? c.to() : x).toList());
        return schema.with(c.move().map(m -> moved(c, altered, m.to())).orElse(altered));
    }

    private static Table moved(Change.AlterColumn c, Table table, ColumnPosition position) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.remove(c.to());
        Table without = table.withColumns(columns);
        columns.add(index(new Change.AddColumn(c.table(), c.to(), position), without), c.to());
        return table.withColumns(columns);
    }

    @Override
    public Schema renameColumn(Change.RenameColumn c) {
        Table table = existing(c);
        columnNamed(c, table, c.from());
        require(table.column(c.to()).isEmpty(), c, "the new name is taken");
        return schema.with(renamed(table, c))
                .mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                        .map(f -> f.referencedTable().equals(c.table())
                                ? f.withReferenced(
                                        f.referencedTable(), renaming(c).apply(f.referencedColumns()))
                                : f)
                        .toList()));
    }

    private static UnaryOperator<List<String>> renaming(Change.RenameColumn c) {
        return names -> names.stream().map(n -> n.equals(c.from()) ? c.to() : n).toList();
    }

    /** A table with another name for a column, wherever the table itself says it; the same table if it has no such column. */
    public static Table renamed(Table table, Change.RenameColumn c) {
        UnaryOperator<List<String>> rename = renaming(c);
        return table.withColumns(table.columns().stream()
                        .map(x -> x.name().equals(c.from()) ? x.withName(c.to()) : x)
                        .toList())
                .withPrimaryKey(table.primaryKey()
                        .map(p -> new PrimaryKey(p.name(), rename.apply(p.columns()), p.deferrability(), p.options())))
                .withUniqueKeys(table.uniqueKeys().stream()
                        .map(u -> new UniqueKey(u.name(), rename.apply(u.columns()), u.deferrability(), u.options()))
                        .toList())
                .withIndexes(table.indexes().stream().map(i -> renamed(i, c)).toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .map(f -> f.withColumns(rename.apply(f.columns()))
                                .withOnDeleteColumns(rename.apply(f.onDeleteColumns())))
                        .toList());
    }

    private static Index renamed(Index index, Change.RenameColumn c) {
        List<IndexPart> parts = index.parts().stream()
                .map(p -> !p.isExpression() && p.text().equals(c.from()) ? p.withText(c.to()) : p)
                .toList();
        return new Index(index.name(), parts, index.unique(), index.method(), index.where(), index.options());
    }

    @Override
    public Schema addPrimaryKey(Change.AddPrimaryKey c) {
        Table table = existing(c);
        require(table.primaryKey().isEmpty(), c, "the table has a primary key already");
        return schema.with(table.withPrimaryKey(Optional.of(c.primaryKey())));
    }

    @Override
    public Schema dropPrimaryKey(Change.DropPrimaryKey c) {
        Table table = existing(c);
        require(table.primaryKey().equals(Optional.of(c.primaryKey())), c, "the table has no such primary key");
        return schema.with(table.withPrimaryKey(Optional.empty()));
    }

    @Override
    public Schema addUniqueKey(Change.AddUniqueKey c) {
        return added(c, Table::uniqueKeys, Table::withUniqueKeys, c.uniqueKey());
    }

    @Override
    public Schema dropUniqueKey(Change.DropUniqueKey c) {
        return dropped(c, Table::uniqueKeys, Table::withUniqueKeys, c.uniqueKey());
    }

    @Override
    public Schema addForeignKey(Change.AddForeignKey c) {
        return added(c, Table::foreignKeys, Table::withForeignKeys, c.foreignKey());
    }

    @Override
    public Schema dropForeignKey(Change.DropForeignKey c) {
        return dropped(c, Table::foreignKeys, Table::withForeignKeys, c.foreignKey());
    }

    @Override
    public Schema alterForeignKey(Change.AlterForeignKey c) {
        Table table = existing(c);
        List<ForeignKey> keys = new ArrayList<>(without(c, table.foreignKeys(), c.from()));
        keys.add(c.to());
        return schema.with(table.withForeignKeys(keys));
    }

    @Override
    public Schema addIndex(Change.AddIndex c) {
        return added(c, Table::indexes, Table::withIndexes, c.index());
    }

    @Override
    public Schema dropIndex(Change.DropIndex c) {
        return dropped(c, Table::indexes, Table::withIndexes, c.index());
    }

    @Override
    public Schema addCheck(Change.AddCheck c) {
        return added(c, Table::checks, Table::withChecks, c.check());
    }

    @Override
    public Schema dropCheck(Change.DropCheck c) {
        return dropped(c, Table::checks, Table::withChecks, c.check());
    }

    @Override
    public Schema alterCheck(Change.AlterCheck c) {
        Table table = existing(c);
        List<Check> checks = new ArrayList<>(without(c, table.checks(), c.from()));
        checks.add(c.to());
        return schema.with(table.withChecks(checks));
    }

    @Override
    public Schema addExclusion(Change.AddExclusion c) {
        return added(c, Table::exclusions, Table::withExclusions, c.exclusion());
    }

    @Override
    public Schema dropExclusion(Change.DropExclusion c) {
        return dropped(c, Table::exclusions, Table::withExclusions, c.exclusion());
    }

    @Override
    public Schema renameConstraint(Change.RenameConstraint c) {
        Change drop = c.from().accept(new DropOf(c.table()));
        Change add = c.to().accept(new AddOf(c.table()));
        return apply(apply(schema, drop), add);
    }

    @Override
    public Schema createEnum(Change.CreateEnum c) {
        require(!schema.enums().containsKey(c.subject()), c, "the type is there already");
        return schema.with(c.definition());
    }

    @Override
    public Schema dropEnum(Change.DropEnum c) {
        require(schema.enums().containsKey(c.subject()), c, "there is no such type");
        return schema.withoutEnum(c.subject());
    }

    @Override
    public Schema alterEnum(Change.AlterEnum c) {
        require(schema.enums().containsKey(c.subject()), c, "there is no such type");
        return schema.with(c.to());
    }

    @Override
    public Schema renameEnumLabel(Change.RenameEnumLabel c) {
        EnumDefinition there = schema.enums().get(c.type());
        if (there == null) {
            throw new PatchException(c, "there is no such type");
        }
        return schema.with(there.withLabel(c.from(), c.to()));
    }

    private Table existing(Change.OfTable c) {
        return schema.table(c.table()).orElseThrow(() -> new PatchException(c, "there is no table " + c.table()));
    }

    private static Column columnNamed(Change c, Table table, String name) {
        return table.column(name).orElseThrow(() -> new PatchException(c, "there is no column " + name));
    }

    private <T extends Constraint> Schema added(
            Change.OfTable c, Function<Table, List<T>> get, BiFunction<Table, List<T>, Table> set, T constraint) {
        Table table = existing(c);
        List<T> all = new ArrayList<>(get.apply(table));
        all.add(constraint);
        return schema.with(set.apply(table, all));
    }

    private <T extends Constraint> Schema dropped(
            Change.OfTable c, Function<Table, List<T>> get, BiFunction<Table, List<T>, Table> set, T constraint) {
        Table table = existing(c);
        return schema.with(set.apply(table, without(c, get.apply(table), constraint)));
    }

    private static <T> List<T> without(Change c, List<T> all, T one) {
        List<T> rest = new ArrayList<>(all);
        require(rest.remove(one), c, "it is not there");
        return rest;
    }

    private static void require(boolean fits, Change change, String reason) {
        if (!fits) {
            throw new PatchException(change, reason);
        }
    }
}
