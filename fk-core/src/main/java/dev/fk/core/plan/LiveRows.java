package dev.fk.core.plan;

import dev.fk.core.dialect.Conversion;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Patch;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Follows a plan change by change and knows at each point which rows, of those that are there before it runs, a table then
 * has, and what stands in their columns: renamed ones keep their values, added ones begin with their default, what a
 * conversion makes of a value is known as far as the server's rules say.
 */
final class LiveRows implements Change.Visitor<LiveRows> {
    private final RowRules rules;
    /** Those of which it is not known yet what stands in their columns, as a plan concerns few of all there are. */
    private final Map<QualifiedName, Table> others;

    private final Map<QualifiedName, TableRows> tables = new HashMap<>();
    private Schema types;

    LiveRows(Schema live, RowRules rules) {
        this.rules = rules;
        this.types = Schema.of(List.of(), live.enums().values());
        this.others = new HashMap<>(live.tables());
    }

    private LiveRows(LiveRows other) {
        this.rules = other.rules;
        this.types = other.types;
        this.others = new HashMap<>(other.others);
        this.tables.putAll(other.tables);
    }

    /** The same rows at the same point; what is followed from here changes the copy alone. */
    LiveRows copy() {
        return new LiveRows(this);
    }

    /** Absent if the table is not in view, so that nothing is known about it. */
    Optional<TableRows> of(QualifiedName table) {
        Table other = others.remove(table);
        if (other != null) {
            tables.put(table, TableRows.of(other, rules));
        }
        return Optional.ofNullable(tables.get(table));
    }

    /** Whether others inherit from the table, so that their rows have to be left out where its own are meant. */
    boolean hasHeirs(QualifiedName table) {
        return Stream.concat(others.values().stream(), tables.values().stream().map(TableRows::now))
                .anyMatch(t -> rules.inherits(t, table));
    }

    /** Whether the table surely has no rows. */
    boolean isEmpty(QualifiedName table) {
        return of(table).filter(TableRows::isEmpty).isPresent();
    }

    /** The tables that may have rows, by name. */
    List<TableRows> all() {
        List.copyOf(others.keySet()).forEach(this::of);
        return tables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(r -> !r.isEmpty())
                .toList();
    }

    /** The named types as they are at this point. */
    Schema types() {
        return types;
    }

    private LiveRows table(QualifiedName name, UnaryOperator<TableRows> change) {
        of(name).ifPresent(rows -> tables.put(name, change.apply(rows)));
        return this;
    }

    private LiveRows shape(QualifiedName name, UnaryOperator<Table> change) {
        return table(name, rows -> rows.with(change.apply(rows.now())));
    }

    @Override
    public LiveRows createTable(Change.CreateTable c) {
        others.remove(c.table());
        tables.put(c.table(), TableRows.none(c.definition()));
        return this;
    }

    @Override
    public LiveRows dropTable(Change.DropTable c) {
        others.remove(c.table());
        tables.remove(c.table());
        return this;
    }

    @Override
    public LiveRows renameTable(Change.RenameTable c) {
        of(c.table()).ifPresent(rows -> {
            tables.remove(c.table());
            tables.put(c.to(), rows.with(rows.now().withName(c.to())));
        });
        return this;
    }

    @Override
    public LiveRows alterOptions(Change.AlterOptions c) {
        return shape(c.table(), t -> t.withOptions(c.to()));
    }

    @Override
    public LiveRows alterComment(Change.AlterComment c) {
        return this;
    }

    @Override
    public LiveRows addColumn(Change.AddColumn c) {
        return table(c.table(), rows -> {
            List<Column> columns = new ArrayList<>(rows.now().columns());
            columns.add(c.column());
            Optional<TableRows.Value> value =
                    rules.addition(c.column(), types).value().map(v -> new TableRows.Value(v, true));
            return rows.with(rows.now().withColumns(columns), c.column().name(), value);
        });
    }

    @Override
    public LiveRows dropColumn(Change.DropColumn c) {
        String name = c.column().name();
        return table(
                c.table(),
                rows -> rows.with(
                        rows.now()
                                .withColumns(rows.now().columns().stream()
                                        .filter(x -> !x.name().equals(name))
                                        .toList()),
                        name,
                        Optional.empty()));
    }

    @Override
    public LiveRows alterColumn(Change.AlterColumn c) {
        return table(c.table(), rows -> {
            Table now = rows.now()
                    .withColumns(rows.now().columns().stream()
                            .map(x -> x.name().equals(c.from().name()) ? c.to() : x)
                            .toList());
            Optional<TableRows.Value> value = rows.value(c.from().name()).flatMap(v -> altered(c, v));
            return rows.with(now, c.to().name(), value);
        });
    }

    private Optional<TableRows.Value> altered(Change.AlterColumn c, TableRows.Value before) {
        if (c.to().generation() instanceof Generation.Computed
                || c.from().generation() instanceof Generation.Computed) {
            return Optional.empty();
        }
        Conversion conversion = rules.conversion(before.sql(), c.from(), c.to(), types);
        boolean renumbered = rules.renumbered(before.sql(), c.from(), c.to()).isPresent();
        return before.exact() && !renumbered && conversion.value().isPresent()
                ? conversion.value().map(v -> new TableRows.Value(v, true))
                : Optional.of(new TableRows.Value(before.sql(), false));
    }

    @Override
    public LiveRows renameColumn(Change.RenameColumn c) {
        return table(c.table(), rows -> {
            Optional<TableRows.Value> value = rows.value(c.from());
            return rows.with(rows.now(), c.from(), Optional.empty()).with(Patch.renamed(rows.now(), c), c.to(), value);
        });
    }

    @Override
    public LiveRows addPrimaryKey(Change.AddPrimaryKey c) {
        return shape(c.table(), t -> t.withPrimaryKey(Optional.of(c.primaryKey())));
    }

    @Override
    public LiveRows dropPrimaryKey(Change.DropPrimaryKey c) {
        return shape(c.table(), t -> t.withPrimaryKey(Optional.empty()));
    }

    @Override
    public LiveRows addUniqueKey(Change.AddUniqueKey c) {
        return shape(c.table(), t -> t.withUniqueKeys(with(t.uniqueKeys(), c.uniqueKey())));
    }

    @Override
    public LiveRows dropUniqueKey(Change.DropUniqueKey c) {
        return shape(c.table(), t -> t.withUniqueKeys(without(t.uniqueKeys(), c.uniqueKey())));
    }

    @Override
    public LiveRows addForeignKey(Change.AddForeignKey c) {
        return shape(c.table(), t -> t.withForeignKeys(with(t.foreignKeys(), c.foreignKey())));
    }

    @Override
    public LiveRows dropForeignKey(Change.DropForeignKey c) {
        return shape(c.table(), t -> t.withForeignKeys(without(t.foreignKeys(), c.foreignKey())));
    }

    @Override
    public LiveRows alterForeignKey(Change.AlterForeignKey c) {
        return shape(c.table(), t -> t.withForeignKeys(with(without(t.foreignKeys(), c.from()), c.to())));
    }

    @Override
    public LiveRows addIndex(Change.AddIndex c) {
        return shape(c.table(), t -> t.withIndexes(with(t.indexes(), c.index())));
    }

    @Override
    public LiveRows dropIndex(Change.DropIndex c) {
        return shape(c.table(), t -> t.withIndexes(without(t.indexes(), c.index())));
    }

    @Override
    public LiveRows addCheck(Change.AddCheck c) {
        return this;
    }

    @Override
    public LiveRows dropCheck(Change.DropCheck c) {
        return this;
    }

    @Override
    public LiveRows alterCheck(Change.AlterCheck c) {
        return this;
    }

    @Override
    public LiveRows addExclusion(Change.AddExclusion c) {
        return this;
    }

    @Override
    public LiveRows dropExclusion(Change.DropExclusion c) {
        return this;
    }

    @Override
    public LiveRows renameConstraint(Change.RenameConstraint c) {
        return shape(c.table(), t -> renamed(t, c));
    }

    private static Table renamed(Table table, Change.RenameConstraint c) {
        if (c.from() instanceof UniqueKey before && c.to() instanceof UniqueKey after) {
            return table.withUniqueKeys(with(without(table.uniqueKeys(), before), after));
        }
        if (c.from() instanceof Index before && c.to() instanceof Index after) {
            return table.withIndexes(with(without(table.indexes(), before), after));
        }
        return table;
    }

    @Override
    public LiveRows createEnum(Change.CreateEnum c) {
        types = types.with(c.definition());
        return this;
    }

    @Override
    public LiveRows dropEnum(Change.DropEnum c) {
        EnumDefinition gone = c.definition();
        types = types.withoutEnum(gone.name());
        return this;
    }

    @Override
    public LiveRows alterEnum(Change.AlterEnum c) {
        types = types.with(c.to());
        return this;
    }

    @Override
    public LiveRows renameEnumLabel(Change.RenameEnumLabel c) {
        types = Patch.apply(types, ChangeSet.of(c));
        return this;
    }

    private static <T> List<T> with(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static <T> List<T> without(List<T> all, T one) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(one);
        return rest;
    }
}
