package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;

/** Canonical types as the server names them in casts, {@code 'x'::character varying}: without length or precision. */
enum TypeName implements DataType.Visitor<String> {
    INSTANCE;

    static String of(DataType type) {
        return type.accept(INSTANCE);
    }

    @Override
    public String integer(DataType.Int type) {
        return switch (type.size()) {
            case TINY, SMALL -> "smallint";
            case MEDIUM, REGULAR -> "integer";
            case BIG -> "bigint";
        };
    }

    @Override
    public String decimal(DataType.Decimal type) {
        return "numeric";
    }

    @Override
    public String approximate(DataType.Approximate type) {
        return type.kind() == DataType.Approximate.Kind.REAL ? "real" : "double precision";
    }

    @Override
    public String bool(DataType.Bool type) {
        return "boolean";
    }

    @Override
    public String character(DataType.Char type) {
        return "bpchar";
    }

    @Override
    public String varchar(DataType.Varchar type) {
        return "character varying";
    }

    @Override
    public String text(DataType.Text type) {
        return "text";
    }

    @Override
    public String binary(DataType.Binary type) {
        return "bytea";
    }

    @Override
    public String varbinary(DataType.Varbinary type) {
        return "bytea";
    }

    @Override
    public String blob(DataType.Blob type) {
        return "bytea";
    }

    @Override
    public String date(DataType.Date type) {
        return "date";
    }

    @Override
    public String time(DataType.Time type) {
        return "time" + zone(type.withTimeZone());
    }

    @Override
    public String dateTime(DataType.DateTime type) {
        return "timestamp" + zone(true);
    }

    @Override
    public String timestamp(DataType.Timestamp type) {
        return "timestamp" + zone(type.withTimeZone());
    }

    @Override
    public String uuid(DataType.Uuid type) {
        return "uuid";
    }

    @Override
    public String json(DataType.Json type) {
        return type.binary() ? "jsonb" : "json";
    }

    @Override
    public String enumType(DataType.EnumType type) {
        return type.describe();
    }

    @Override
    public String named(DataType.Named type) {
        return Identifiers.quoteIfNeeded(type.name());
    }

    @Override
    public String array(DataType.Array type) {
        return of(type.element()) + "[]";
    }

    @Override
    public String other(DataType.Other type) {
        return type.sql();
    }

    private static String zone(boolean withTimeZone) {
        return withTimeZone ? " with time zone" : " without time zone";
    }
}
