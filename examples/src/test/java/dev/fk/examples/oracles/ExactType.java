package dev.fk.examples.oracles;

import dev.fk.core.schema.DataType;
import java.util.Locale;
import java.util.OptionalInt;

/** Our types in the words into which {@link InformationSchema} puts those of the standard's views. */
record ExactType(Engine engine) implements DataType.Visitor<String> {
    @Override
    public String integer(DataType.Int type) {
        return (type.size() == DataType.Int.Size.REGULAR ? "" : lower(type.size())) + "int" + unsigned(type.unsigned());
    }

    @Override
    public String decimal(DataType.Decimal type) {
        String digits = type.precision().isEmpty()
                ? ""
                : "(" + type.precision().getAsInt() + "," + type.scale().orElse(0) + ")";
        return "decimal" + digits + unsigned(type.unsigned());
    }

    @Override
    public String approximate(DataType.Approximate type) {
        return lower(type.kind()) + unsigned(type.unsigned());
    }

    @Override
    public String bool(DataType.Bool type) {
        return "boolean";
    }

    @Override
    public String character(DataType.Char type) {
        return "char(" + type.length() + ")";
    }

    @Override
    public String varchar(DataType.Varchar type) {
        return "varchar" + length(type.length());
    }

    @Override
    public String text(DataType.Text type) {
        return sized(type.size()) + "text";
    }

    @Override
    public String binary(DataType.Binary type) {
        return "binary(" + type.length() + ")";
    }

    @Override
    public String varbinary(DataType.Varbinary type) {
        return "varbinary(" + type.length() + ")";
    }

    @Override
    public String blob(DataType.Blob type) {
        return sized(type.size()) + "blob";
    }

    @Override
    public String date(DataType.Date type) {
        return "date";
    }

    @Override
    public String time(DataType.Time type) {
        return (type.withTimeZone() ? "timetz" : "time") + digits(type.precision());
    }

    @Override
    public String dateTime(DataType.DateTime type) {
        return "timestamp" + digits(type.precision());
    }

    @Override
    public String timestamp(DataType.Timestamp type) {
        return (type.withTimeZone() ? "timestamptz" : "timestamp") + digits(type.precision());
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
        return "enum";
    }

    @Override
    public String named(DataType.Named type) {
        return type.name().name();
    }

    @Override
    public String array(DataType.Array type) {
        return "array";
    }

    @Override
    public String other(DataType.Other type) {
        return type.sql();
    }

    private String digits(OptionalInt precision) {
        return "(" + precision.orElse(engine.usualPrecision()) + ")";
    }

    private static String length(OptionalInt length) {
        return length.isPresent() ? "(" + length.getAsInt() + ")" : "";
    }

    private static String sized(DataType.LobSize size) {
        return size == DataType.LobSize.REGULAR ? "" : lower(size);
    }

    private static String unsigned(boolean unsigned) {
        return unsigned ? " unsigned" : "";
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
