package dev.fk.core.schema;

import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Types as messages show them. */
enum TypeText implements DataType.Visitor<String> {
    INSTANCE;

    @Override
    public String integer(DataType.Int type) {
        String name = type.size() == DataType.Int.Size.REGULAR ? "INTEGER" : type.size() + "INT";
        return name + suffix(type.unsigned(), type.zerofill());
    }

    @Override
    public String decimal(DataType.Decimal type) {
        return "DECIMAL" + digits(type.precision(), type.scale()) + suffix(type.unsigned(), type.zerofill());
    }

    @Override
    public String approximate(DataType.Approximate type) {
        return type.kind() + digits(type.precision(), type.scale()) + suffix(type.unsigned(), type.zerofill());
    }

    @Override
    public String bool(DataType.Bool type) {
        return "BOOLEAN";
    }

    @Override
    public String character(DataType.Char type) {
        return "CHAR(" + type.length() + ")" + (type.binary() ? " BINARY" : "");
    }

    @Override
    public String varchar(DataType.Varchar type) {
        return "VARCHAR" + digits(type.length(), OptionalInt.empty()) + (type.binary() ? " BINARY" : "");
    }

    @Override
    public String text(DataType.Text type) {
        return sized(type.size(), "TEXT");
    }

    @Override
    public String binary(DataType.Binary type) {
        return "BINARY(" + type.length() + ")";
    }

    @Override
    public String varbinary(DataType.Varbinary type) {
        return "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String blob(DataType.Blob type) {
        return sized(type.size(), "BLOB");
    }

    @Override
    public String date(DataType.Date type) {
        return "DATE";
    }

    @Override
    public String time(DataType.Time type) {
        return "TIME" + digits(type.precision(), OptionalInt.empty()) + zone(type.withTimeZone());
    }

    @Override
    public String dateTime(DataType.DateTime type) {
        return "DATETIME" + digits(type.precision(), OptionalInt.empty());
    }

    @Override
    public String timestamp(DataType.Timestamp type) {
        return "TIMESTAMP" + digits(type.precision(), OptionalInt.empty()) + zone(type.withTimeZone());
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
        return type.labels().stream()
                .map(l -> "'" + l.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    @Override
    public String named(DataType.Named type) {
        return type.name().toString();
    }

    @Override
    public String array(DataType.Array type) {
        return type.element().describe() + "[]";
    }

    @Override
    public String other(DataType.Other type) {
        return type.sql();
    }

    private static String sized(DataType.LobSize size, String name) {
        return size == DataType.LobSize.REGULAR ? name : size + name;
    }

    private static String digits(OptionalInt first, OptionalInt second) {
        if (first.isEmpty()) {
            return "";
        }
        String more = second.isPresent() ? ", " + second.getAsInt() : "";
        return "(" + first.getAsInt() + more + ")";
    }

    private static String zone(boolean withTimeZone) {
        return withTimeZone ? " WITH TIME ZONE" : "";
    }

    private static String suffix(boolean unsigned, boolean zerofill) {
        return (unsigned ? " UNSIGNED" : "") + (zerofill ? " ZEROFILL" : "");
    }
}
