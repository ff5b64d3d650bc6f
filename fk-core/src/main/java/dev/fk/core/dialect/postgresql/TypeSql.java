package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import java.util.OptionalInt;

/** Canonical types as DDL writes them. */
enum TypeSql implements DataType.Visitor<String> {
    INSTANCE;

    static String of(DataType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public String integer(DataType.Int type) {
        return switch (type.size()) {
            case TINY, SMALL -> "SMALLINT";
            case MEDIUM, REGULAR -> "INTEGER";
            case BIG -> "BIGINT";
        };
    }

    @Override
    public String decimal(DataType.Decimal type) {
        if (type.precision().isEmpty()) {
            return "DECIMAL";
        }
        String scale = type.scale().isPresent() ? "," + type.scale().getAsInt() : "";
        return "DECIMAL(" + type.precision().getAsInt() + scale + ")";
    }

    @Override
    public String approximate(DataType.Approximate type) {
        return type.kind() == DataType.Approximate.Kind.REAL ? "REAL" : "DOUBLE PRECISION";
    }

    @Override
    public String bool(DataType.Bool type) {
        return "BOOLEAN";
    }

    @Override
    public String character(DataType.Char type) {
        return "CHAR(" + type.length() + ")";
    }

    @Override
    public String varchar(DataType.Varchar type) {
        return "VARCHAR" + digits(type.length());
    }

    @Override
    public String text(DataType.Text type) {
        return "TEXT";
    }

    @Override
    public String binary(DataType.Binary type) {
        return "BYTEA";
    }

    @Override
    public String varbinary(DataType.Varbinary type) {
        return "BYTEA";
    }

    @Override
    public String blob(DataType.Blob type) {
        return "BYTEA";
    }

    @Override
    public String date(DataType.Date type) {
        return "DATE";
    }

    @Override
    public String time(DataType.Time type) {
        return "TIME" + digits(type.precision()) + zone(type.withTimeZone());
    }

    @Override
    public String dateTime(DataType.DateTime type) {
        return "TIMESTAMP" + digits(type.precision()) + zone(true);
    }

    @Override
    public String timestamp(DataType.Timestamp type) {
        return "TIMESTAMP" + digits(type.precision()) + zone(type.withTimeZone());
    }

    @Override
    public String uuid(DataType.Uuid type) {
        return "UUID";
    }

    @Override
    public String json(DataType.Json type) {
        return type.binary() ? "JSONB" : "JSON";
    }

    @Override
    public String enumType(DataType.EnumType type) {
        throw new IllegalArgumentException("PostgreSQL has no anonymous enum such as " + type.describe()
                + "; the canonicalizer turns it into a named type, so canonicalize the schema first.");
    }

    @Override
    public String named(DataType.Named type) {
        return Identifiers.quote(type.name());
    }

    @Override
    public String array(DataType.Array type) {
        return of(type.element()) + "[]";
    }

    @Override
    public String other(DataType.Other type) {
        return type.sql();
    }

    private static String digits(OptionalInt digits) {
        return digits.isPresent() ? "(" + digits.getAsInt() + ")" : "";
    }

    private static String zone(boolean withTimeZone) {
        return withTimeZone ? " WITH TIME ZONE" : "";
    }
}
