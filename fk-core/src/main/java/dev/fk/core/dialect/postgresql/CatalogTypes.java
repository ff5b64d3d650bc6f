package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Types of the catalog as data types. */
final class CatalogTypes {
    private record Key(long oid, int modifier) {}

    private static final DataType.LobSize REGULAR = DataType.LobSize.REGULAR;
    /** Lengths and precisions of varchar, bpchar and numeric are stored with this added (VARHDRSZ). */
    private static final int HEADER = 4;

    private final CatalogNames names;
    private final Map<Key, CatalogRows.TypeRow> rows = new HashMap<>();
    private final Map<Key, DataType> types = new HashMap<>();

    CatalogTypes(CatalogRows rows, CatalogNames names) {
        this.names = names;
        rows.uses().forEach(u -> this.rows.put(new Key(u.type().oid(), u.type().modifier()), u.type()));
    }

    DataType type(CatalogRows.ColumnRow column) {
        return types.computeIfAbsent(new Key(column.type(), column.modifier()), k -> {
            CatalogRows.TypeRow row = row(column);
            CatalogRows.TypeFacts element = row.element();
            return element == null ? type(row.facts()) : new DataType.Array(type(element));
        });
    }

    CatalogRows.TypeRow row(CatalogRows.ColumnRow column) {
        CatalogRows.TypeRow row = rows.get(new Key(column.type(), column.modifier()));
        if (row == null) {
            throw new IllegalStateException(
                    "The type of column " + column.name() + " changed while the catalog was read; read it again.");
        }
        return row;
    }

    private DataType type(CatalogRows.TypeFacts facts) {
        if (facts.schema().equals("pg_catalog")) {
            return builtIn(facts);
        }
        // Base types come from extensions, and only the server knows how to write their modifiers.
        return facts.kind().equals("b")
                ? new DataType.Other(facts.sql())
                : new DataType.Named(names.type(facts.schema(), facts.name()));
    }

    private static DataType builtIn(CatalogRows.TypeFacts facts) {
        int modifier = facts.modifier();
        return switch (facts.name()) {
            case "int2" -> new DataType.Int(DataType.Int.Size.SMALL);
            case "int4" -> new DataType.Int(DataType.Int.Size.REGULAR);
            case "int8" -> new DataType.Int(DataType.Int.Size.BIG);
            case "numeric" -> decimal(modifier);
            case "float4" -> new DataType.Approximate(DataType.Approximate.Kind.REAL);
            case "float8" -> new DataType.Approximate(DataType.Approximate.Kind.DOUBLE);
            case "bool" -> new DataType.Bool();
            case "bpchar" -> modifier < 0 ? new DataType.Other("bpchar") : new DataType.Char(modifier - HEADER, false);
            case "varchar" ->
                new DataType.Varchar(modifier < 0 ? OptionalInt.empty() : OptionalInt.of(modifier - HEADER), false);
            case "text" -> new DataType.Text(REGULAR);
            case "bytea" -> new DataType.Blob(REGULAR);
            case "date" -> new DataType.Date();
            case "time" -> new DataType.Time(precision(modifier), false);
            case "timetz" -> new DataType.Time(precision(modifier), true);
            case "timestamp" -> new DataType.Timestamp(precision(modifier), false);
            case "timestamptz" -> new DataType.Timestamp(precision(modifier), true);
            case "uuid" -> new DataType.Uuid();
            case "json" -> new DataType.Json(false);
            case "jsonb" -> new DataType.Json(true);
            default -> new DataType.Other(facts.sql());
        };
    }

    private static OptionalInt precision(int modifier) {
        return modifier < 0 ? OptionalInt.empty() : OptionalInt.of(modifier);
    }

    /** Precision in the upper 16 bits, scale in the lower 11 with a sign (PostgreSQL 15 has negative ones). */
    private static DataType decimal(int modifier) {
        if (modifier < 0) {
            return new DataType.Decimal(OptionalInt.empty(), OptionalInt.empty());
        }
        int bits = modifier - HEADER;
        int scale = ((bits & 0x7ff) ^ 1024) - 1024;
        return new DataType.Decimal(OptionalInt.of((bits >> 16) & 0xffff), OptionalInt.of(scale));
    }
}
