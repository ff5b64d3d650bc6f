package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Numbers of the catalog as names. */
final class CatalogNames {
    private final String defaultSchema;
    private final Map<Long, QualifiedName> tables = new HashMap<>();
    private final Map<Long, Map<Integer, String>> columns = new HashMap<>();
    private final Map<Long, String> opclasses = new HashMap<>();
    private final Set<Long> usualOpclasses = new HashSet<>();
    private final Map<Long, String> collations = new HashMap<>();

    CatalogNames(CatalogRows rows, String defaultSchema) {
        this.defaultSchema = defaultSchema;
        rows.tables().forEach(t -> tables.put(t.oid(), name(t.schema(), t.name())));
        rows.columns().forEach(c -> column(c.table(), c.number(), c.name()));
        for (CatalogRows.ForeignColumnRow foreign : rows.foreignColumns()) {
            tables.put(foreign.table(), name(foreign.schema(), foreign.tableName()));
            column(foreign.table(), foreign.number(), foreign.column());
        }
        for (CatalogRows.OpclassRow opclass : rows.opclasses()) {
            opclasses.put(opclass.oid(), Identifiers.quoteIfNeeded(local(opclass.schema(), opclass.name())));
            if (opclass.usual()) {
                usualOpclasses.add(opclass.oid());
            }
        }
        for (CatalogRows.UseRow use : rows.uses()) {
            CatalogRows.NamedRow collation = use.collation();
            if (collation != null) {
                collations.put(collation.oid(), collation(collation));
            }
        }
    }

    private void column(long table, int number, String name) {
        columns.computeIfAbsent(table, t -> new HashMap<>()).put(number, name);
    }

    private String collation(CatalogRows.NamedRow row) {
        QualifiedName name = local(row.schema(), row.name());
        return name.schema().isPresent() ? Identifiers.quote(name) : name.name();
    }

    /** Names of the default schema stand alone. */
    QualifiedName name(String schema, String name) {
        return Identifiers.local(schema, name, defaultSchema);
    }

    QualifiedName type(String schema, String name) {
        return Identifiers.type(QualifiedName.of(schema, name), defaultSchema);
    }

    /** As before, and so do the server's own. */
    private QualifiedName local(String schema, String name) {
        return schema.equals("pg_catalog") ? QualifiedName.of(name) : name(schema, name);
    }

    QualifiedName table(long oid) {
        QualifiedName name = tables.get(oid);
        if (name == null) {
            throw new IllegalStateException("Table " + oid + " vanished while the catalog was read; read it again.");
        }
        return name;
    }

    String column(long table, int number) {
        String name = columns.getOrDefault(table, Map.of()).get(number);
        if (name == null) {
            throw new IllegalStateException(
                    "Column " + number + " of table " + table + " vanished while the catalog was read; read it again.");
        }
        return name;
    }

    /** The names behind {@code {1,2}}. */
    List<String> columns(long table, @Nullable String numbers) {
        return numbers(numbers).stream().map(n -> column(table, n.intValue())).toList();
    }

    /** The numbers in {@code {1,2}} or {@code 1 2}. */
    static List<Long> numbers(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<Long> numbers = new ArrayList<>();
        StringTokenizer digits = new StringTokenizer(text, "{}, ");
        while (digits.hasMoreTokens()) {
            numbers.add(Long.valueOf(digits.nextToken()));
        }
        return numbers;
    }

    String opclass(long oid) {
        String name = opclasses.get(oid);
        if (name == null) {
            throw new IllegalStateException(
                    "Operator class " + oid + " vanished while the catalog was read; read it again.");
        }
        return name;
    }

    /** Whether it is the default of its type. */
    boolean isUsualOpclass(long oid) {
        return usualOpclasses.contains(oid);
    }

    @Nullable
    String collation(long oid) {
        return collations.get(oid);
    }
}
