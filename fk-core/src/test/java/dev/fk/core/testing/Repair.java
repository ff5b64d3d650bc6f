package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of an edited schema what has lost its ground: keys without columns, references without a target. */
public final class Repair {
    /** How random columns are called; whatever else stands in an expression is a function or a keyword. */
    private static final Pattern COLUMN = Pattern.compile("\\b(?:id|c\\d+|g\\d+|fk\\d+_\\w+)\\b");

    private Repair() {}

    public static Schema of(Schema edited) {
        Schema schema = edited.mapTables(t -> table(t, edited));
        for (Schema before = Schema.empty(); !before.equals(schema); ) {
            before = schema;
            Schema now = schema;
            schema = now.mapTables(t -> t.withForeignKeys(t.foreignKeys().stream()
                    .flatMap(k -> foreignKey(t, k, now).stream())
                    .toList()));
        }
        return schema;
    }

    /** The columns an expression is over. */
    static List<String> columns(String sql) {
        return COLUMN.matcher(sql).results().map(m -> m.group()).toList();
    }

    private static Table table(Table edited, Schema schema) {
        List<Column> columns = new ArrayList<>(edited.columns());
        columns.removeIf(
                c -> c.type() instanceof DataType.Named n && !schema.enums().containsKey(n.name()));
        while (columns.removeIf(c -> !hasGround(c, columns))) {
            // One computed column may have stood on another.
        }
        // MySQL computes from a column with an expression for a default only behind it.
        columns.sort(Comparator.comparing(c -> c.generation() instanceof Generation.Computed));
        Set<String> names = Set.copyOf(columns.stream().map(Column::name).toList());
        Optional<PrimaryKey> primaryKey = edited.primaryKey().filter(k -> names.containsAll(k.columns()));
        List<String> key = primaryKey.map(PrimaryKey::columns).orElse(List.of());
        return edited.withColumns(columns.stream()
                        .map(c -> key.contains(c.name()) ? c.notNull() : c)
                        .toList())
                .withPrimaryKey(primaryKey)
                .withUniqueKeys(edited.uniqueKeys().stream()
                        .filter(k -> names.containsAll(k.columns()))
                        .toList())
                .withIndexes(edited.indexes().stream()
                        .filter(i -> names.containsAll(columnsOf(i)))
                        .toList())
                .withChecks(edited.checks().stream()
                        .filter(c -> names.containsAll(columns(c.expression().sql())))
                        .toList())
                .withExclusions(edited.exclusions().stream()
                        .filter(x -> names.containsAll(columns(x.definition())))
                        .toList())
                .withForeignKeys(edited.foreignKeys().stream()
                        .filter(k -> names.containsAll(k.columns()))
                        .toList());
    }

    static List<String> columnsOf(Index index) {
        return Stream.of(
                        index.parts().stream().map(IndexPart::text),
                        index.where().map(Expression::sql).stream(),
                        index.options().get("include").stream())
                .flatMap(s -> s)
                .flatMap(text -> columns(text).stream())
                .toList();
    }

    /** Servers compute from plain columns; from counted ones only some. */
    private static boolean hasGround(Column column, List<Column> all) {
        return !(column.generation() instanceof Generation.Computed computed)
                || columns(computed.expression().sql()).stream().allMatch(n -> all.stream()
                        .anyMatch(c -> c.name().equals(n)
                                && (c.generation() instanceof Generation.None
                                        || c.generation() instanceof Generation.Default)));
    }

    private static Optional<ForeignKey> foreignKey(Table table, ForeignKey key, Schema schema) {
        Optional<Table> parent = schema.table(key.referencedTable());
        if (parent.isEmpty() || !referable(parent.get()).contains(key.referencedColumns())) {
            return Optional.empty();
        }
        boolean nullable = true;
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = table.column(key.columns().get(i));
            Optional<Column> other = parent.get().column(key.referencedColumns().get(i));
            // To itself a column cannot refer: MySQL 9.7.4 does not find the key then (6125).
            boolean itself =
                    own.isPresent() && own.equals(other) && table.name().equals(key.referencedTable());
            if (own.isEmpty()
                    || other.isEmpty()
                    || itself
                    || own.get().generation() instanceof Generation.Computed
                    || !own.get().type().equals(other.get().type())
                    || !own.get().collation().equals(other.get().collation())) {
                return Optional.empty();
            }
            nullable &= own.get().nullable();
        }
        List<String> touched = key.columns().containsAll(key.onDeleteColumns()) && setsNull(key.onDelete())
                ? key.onDeleteColumns()
                : List.of();
        return Optional.of(
                nullable
                        ? key.withOnDeleteColumns(touched)
                        : key.withOnDeleteColumns(List.of()).withActions(kept(key.onDelete()), kept(key.onUpdate())));
    }

    private static boolean setsNull(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL || action == ReferentialAction.SET_DEFAULT;
    }

    private static ReferentialAction kept(ReferentialAction action) {
        return action == ReferentialAction.SET_NULL ? ReferentialAction.NO_ACTION : action;
    }

    /** The keys that a foreign key may lead to: those that hold at any time. */
    static List<List<String>> referable(Table table) {
        Stream<List<String>> keys = Stream.concat(
                table.primaryKey().stream()
                        .filter(k -> k.deferrability() == Deferrability.NOT_DEFERRABLE)
                        .map(PrimaryKey::columns),
                table.uniqueKeys().stream()
                        .filter(k -> k.deferrability() == Deferrability.NOT_DEFERRABLE)
                        .map(UniqueKey::columns));
        return keys.toList();
    }

    /** The table without whatever looks at the values of this column. */
    static Table withoutExpressionsOver(Table table, String column) {
        return table.withChecks(table.checks().stream()
                        .filter(c -> !columns(c.expression().sql()).contains(column))
                        .toList())
                .withIndexes(table.indexes().stream()
                        .filter(i -> !columnsOf(i).contains(column) || isPlain(i))
                        .toList())
                .withExclusions(table.exclusions().stream()
                        .filter(x -> !columns(x.definition()).contains(column))
                        .toList())
                .withColumns(table.columns().stream()
                        .filter(c -> !(c.generation() instanceof Generation.Computed computed
                                && columns(computed.expression().sql()).contains(column)))
                        .toList());
    }

    private static boolean isPlain(Index index) {
        return index.where().isEmpty()
                && index.method().isEmpty()
                && index.parts().stream()
                        .allMatch(p -> p.isWholeColumn() && p.options().isEmpty());
    }

    /** The table of this name, replaced by another. */
    static Schema replaced(Schema schema, QualifiedName name, UnaryOperator<Table> edit) {
        return schema.table(name).map(t -> schema.with(edit.apply(t))).orElse(schema);
    }
}
