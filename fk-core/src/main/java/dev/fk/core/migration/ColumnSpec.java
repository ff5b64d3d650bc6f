package dev.fk.core.migration;

import dev.fk.core.model.Attribute;
import dev.fk.core.model.AttributeDefinition;
import dev.fk.core.model.Reference;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an attribute means in a migration: a column, and the keys and foreign key it declares by itself. */
final class ColumnSpec {
    private ColumnSpec() {}

    /** The table with one more column, last. */
    static Table added(Table table, String name, Attribute<?> attribute) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column(name, attribute.definition()));
        return withConstraints(table.withColumns(columns), name, attribute.definition());
    }

    /** The table with the column redefined; what hangs on the column and is not mentioned stays. */
    static Table changed(Table table, String name, Attribute<?> attribute) {
        AttributeDefinition definition = attribute.definition();
        boolean inPrimaryKey =
                table.primaryKey().stream().anyMatch(k -> k.columns().contains(name));
        Column column = column(name, definition);
        Column changed = inPrimaryKey ? column.notNull() : column;
        List<Column> columns = table.columns().stream()
                .map(c -> c.name().equals(name) ? changed : c)
                .toList();
        return withConstraints(table.withColumns(columns), name, definition);
    }

    /** The table with one more column, last, as it is said. */
    static Table added(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    /** The table with the column of that name as it is said. */
    static Table changed(Table table, Column column) {
        return table.withColumns(table.columns().stream()
                .map(c -> c.name().equals(column.name()) ? column : c)
                .toList());
    }

    static Column column(String name, AttributeDefinition definition) {
        boolean nullable = definition.nullable().orElse(!definition.primaryKey());
        return new Column(
                name,
                definition.type(),
                nullable,
                definition.generation(),
                definition.collation(),
                definition.comment(),
                Options.none());
    }

    private static Table withConstraints(Table table, String name, AttributeDefinition definition) {
        Table result = table;
        if (definition.primaryKey()) {
            result = result.withPrimaryKey(Optional.of(extended(table.primaryKey(), name)));
        }
        for (Optional<String> unique : definition.uniques()) {
            result = withUnique(result, unique, name);
        }
        Optional<ForeignKey> key = definition.reference().map(r -> foreignKey(r, name));
        return key.isPresent() ? withForeignKey(result, key.get()) : result;
    }

    private static PrimaryKey extended(Optional<PrimaryKey> there, String name) {
        List<String> columns = with(there.map(PrimaryKey::columns).orElse(List.of()), name);
        return new PrimaryKey(there.flatMap(PrimaryKey::name), columns, Deferrability.NOT_DEFERRABLE, Options.none());
    }

    /** Columns that give the same name form one key; a key without a name is the column's own. */
    private static Table withUnique(Table table, Optional<String> unique, String name) {
        List<UniqueKey> keys = new ArrayList<>(table.uniqueKeys());
        Optional<UniqueKey> shared = keys.stream()
                .filter(k -> unique.isPresent() && k.name().equals(unique))
                .findFirst();
        List<String> columns = with(shared.map(UniqueKey::columns).orElse(List.of()), name);
        shared.ifPresent(keys::remove);
        if (keys.stream().noneMatch(k -> k.columns().equals(columns))) {
            keys.add(new UniqueKey(unique, columns, Deferrability.NOT_DEFERRABLE, Options.none()));
        }
        return table.withUniqueKeys(keys);
    }

    private static List<String> with(List<String> columns, String name) {
        List<String> more = new ArrayList<>(columns);
        if (!more.contains(name)) {
            more.add(name);
        }
        return more;
    }

    private static ForeignKey foreignKey(Reference reference, String column) {
        if (!(reference.target() instanceof Reference.Target.InTable target)) {
            throw new IllegalArgumentException("The foreign key of column " + column
                    + " references a model. A migration outlives the models: name the table instead,"
                    + " references(\"table\", \"" + reference.column() + "\").");
        }
        return ForeignKey.of(List.of(column), target.table(), List.of(reference.column()))
                .withName(reference.constraintName())
                .withActions(
                        reference.onDelete().orElse(ReferentialAction.NO_ACTION),
                        reference.onUpdate().orElse(ReferentialAction.NO_ACTION))
                .withDeferrability(reference.deferrability().orElse(Deferrability.NOT_DEFERRABLE));
    }

    /** A foreign key between the same columns is redefined, not added a second time. */
    private static Table withForeignKey(Table table, ForeignKey key) {
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        Optional<ForeignKey> there =
                keys.stream().filter(k -> k.key().equals(key.key())).findFirst();
        there.ifPresent(keys::remove);
        keys.add(key);
        return table.withForeignKeys(keys);
    }
}
