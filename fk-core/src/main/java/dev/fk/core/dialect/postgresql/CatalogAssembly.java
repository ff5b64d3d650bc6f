package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A schema out of catalog rows. */
final class CatalogAssembly {
    private final CatalogRows rows;
    private final CatalogNames names;
    private final CatalogColumns columns;
    private final CatalogIndexes indexes;
    private final CatalogKeys keys;

    private CatalogAssembly(CatalogRows rows, String defaultSchema) {
        this.rows = rows;
        this.names = new CatalogNames(rows, defaultSchema);
        this.columns = new CatalogColumns(rows, names);
        this.indexes = new CatalogIndexes(rows, names);
        this.keys = new CatalogKeys(names, indexes);
    }

    static Schema of(CatalogRows rows, String defaultSchema) {
        CatalogAssembly assembly = new CatalogAssembly(rows, defaultSchema);
        return Schema.of(assembly.tables(), assembly.enums());
    }

    private List<Table> tables() {
        Map<Long, List<CatalogRows.ColumnRow>> columnRows = byTable(rows.columns(), CatalogRows.ColumnRow::table);
        Map<Long, List<CatalogRows.ConstraintRow>> keyRows =
                byTable(rows.constraints(), CatalogRows.ConstraintRow::table);
        Map<Long, List<CatalogRows.IndexRow>> indexRows = byTable(rows.indexes(), CatalogRows.IndexRow::table);
        Map<Long, List<CatalogRows.NamedRow>> parents = byTable(rows.parents(), CatalogRows.NamedRow::oid);
        List<Table> tables = new ArrayList<>();
        for (CatalogRows.TableRow row : rows.tables()) {
            if (row.ofExtension()) {
                continue;
            }
            List<Column> own = columnRows.getOrDefault(row.oid(), List.of()).stream()
                    .map(columns::column)
                    .toList();
            List<Index> plain = indexRows.getOrDefault(row.oid(), List.of()).stream()
                    .filter(i -> !indexes.belongsToConstraint(i))
                    .map(indexes::index)
                    .toList();
            Table table = Table.of(names.table(row.oid()), own)
                    .withIndexes(plain)
                    .withComment(columns.comment(row.oid()))
                    .withOptions(options(row, parents.getOrDefault(row.oid(), List.of())));
            tables.add(keys.addTo(table, keyRows.getOrDefault(row.oid(), List.of())));
        }
        return tables;
    }

    private static <T> Map<Long, List<T>> byTable(List<T> rows, Function<T, Long> table) {
        return rows.stream().collect(Collectors.groupingBy(table));
    }

    private Options options(CatalogRows.TableRow row, List<CatalogRows.NamedRow> parentRows) {
        String parents = parentRows.stream()
                .map(p -> Identifiers.quote(names.name(p.schema(), p.name())))
                .collect(Collectors.joining(", "));
        Options options = Options.none();
        if (row.partitionBound() != null) {
            options = options.with(Keys.PARTITION_OF, parents).with(Keys.PARTITION_BOUND, row.partitionBound());
        } else if (!parents.isEmpty()) {
            options = options.with(Keys.INHERITS, parents);
        }
        options = row.partitionKey() == null ? options : options.with(Keys.PARTITION_BY, row.partitionKey());
        options = row.persistence().equals("u") ? options.with(Keys.UNLOGGED, "") : options;
        options = row.accessMethod() == null ? options : options.with(Keys.ACCESS_METHOD, row.accessMethod());
        return CatalogIndexes.storage(options, row.options(), row.tablespace());
    }

    private List<EnumDefinition> enums() {
        Map<QualifiedName, List<String>> labels = new LinkedHashMap<>();
        for (CatalogRows.EnumRow row : rows.enums()) {
            List<String> known = labels.computeIfAbsent(names.type(row.schema(), row.name()), n -> new ArrayList<>());
            if (row.label() != null) {
                known.add(row.label());
            }
        }
        return labels.entrySet().stream()
                .map(e -> new EnumDefinition(e.getKey(), e.getValue()))
                .toList();
    }
}
