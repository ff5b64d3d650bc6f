package dev.fk.core.generate;

import dev.fk.core.schema.DataType;
import java.util.Map;
import java.util.OptionalInt;

/** A type as the attribute that people write, {@code string(45)}; {@code typed(…)} where there is none. */
enum TypeAttribute implements DataType.Visitor<String> {
    INSTANCE;

    private static final Map<DataType.Int.Size, String> INTEGERS = Map.of(
            DataType.Int.Size.TINY,
            "tinyInteger()",
            DataType.Int.Size.SMALL,
            "smallInteger()",
            DataType.Int.Size.MEDIUM,
            "mediumInteger()",
            DataType.Int.Size.REGULAR,
            "integer()",
            DataType.Int.Size.BIG,
            "bigInteger()");

    static String of(DataType type) {
        return type.accept(INSTANCE);
    }

    private static String typed(DataType type) {
        return "typed(" + TypeValue.of(type) + ")";
    }

    private static String sign(boolean unsigned, boolean zerofill) {
        return zerofill ? ".zerofill()" : unsigned ? ".unsigned()" : "";
    }

    @Override
    public String integer(DataType.Int t) {
        boolean sayable = t.unsigned() || !t.zerofill();
        return sayable ? INTEGERS.get(t.size()) + sign(t.unsigned(), t.zerofill()) : typed(t);
    }

    @Override
    public String decimal(DataType.Decimal t) {
        boolean sayable = (t.unsigned() || !t.zerofill())
                && (t.precision().isPresent() || t.scale().isEmpty());
        return sayable
                ? "decimal(" + numbers(t.precision(), t.scale()) + ")" + sign(t.unsigned(), t.zerofill())
                : typed(t);
    }

    private static String numbers(OptionalInt precision, OptionalInt scale) {
        return precision.isEmpty() ? "" : precision.getAsInt() + (scale.isPresent() ? ", " + scale.getAsInt() : "");
    }

    @Override
    public String approximate(DataType.Approximate t) {
        boolean bare = t.precision().isEmpty() && t.scale().isEmpty();
        if ((t.zerofill() && !t.unsigned())
                || (t.precision().isEmpty() && t.scale().isPresent())) {
            return typed(t);
        }
        return switch (t.kind()) {
            case FLOAT -> "floating(" + numbers(t.precision(), t.scale()) + ")" + sign(t.unsigned(), t.zerofill());
            case REAL -> bare ? "real()" + sign(t.unsigned(), t.zerofill()) : typed(t);
            case DOUBLE -> bare ? "doublePrecision()" + sign(t.unsigned(), t.zerofill()) : typed(t);
        };
    }

    @Override
    public String bool(DataType.Bool t) {
        return "bool()";
    }

    @Override
    public String character(DataType.Char t) {
        return t.binary() ? typed(t) : "character(" + t.length() + ")";
    }

    @Override
    public String varchar(DataType.Varchar t) {
        if (t.length().isEmpty()) {
            return t.binary() ? typed(t) : "stringOfAnyLength()";
        }
        return (t.binary() ? "binaryString(" : "string(") + t.length().getAsInt() + ")";
    }

    @Override
    public String text(DataType.Text t) {
        return "text(" + size(t.size()) + ")";
    }

    private static String size(DataType.LobSize size) {
        return size == DataType.LobSize.REGULAR ? "" : "DataType.LobSize." + size.name();
    }

    @Override
    public String binary(DataType.Binary t) {
        return "binary(" + t.length() + ")";
    }

    @Override
    public String varbinary(DataType.Varbinary t) {
        return "varbinary(" + t.length() + ")";
    }

    @Override
    public String blob(DataType.Blob t) {
        return "blob(" + size(t.size()) + ")";
    }

    @Override
    public String date(DataType.Date t) {
        return "date()";
    }

    @Override
    public String time(DataType.Time t) {
        return t.withTimeZone() ? typed(t) : "time(" + numbers(t.precision(), OptionalInt.empty()) + ")";
    }

    @Override
    public String dateTime(DataType.DateTime t) {
        return "dateTime(" + numbers(t.precision(), OptionalInt.empty()) + ")";
    }

    @Override
    public String timestamp(DataType.Timestamp t) {
        return (t.withTimeZone() ? "instant(" : "localDateTime(") + numbers(t.precision(), OptionalInt.empty()) + ")";
    }

    @Override
    public String uuid(DataType.Uuid t) {
        return "uuid()";
    }

    @Override
    public String json(DataType.Json t) {
        return t.binary() ? "jsonb()" : "json()";
    }

    @Override
    public String enumType(DataType.EnumType t) {
        return "enumOf(" + JavaText.literals(t.labels()) + ")";
    }

    @Override
    public String named(DataType.Named t) {
        return "typed(QualifiedName.of(" + JavaText.parts(t.name()) + "))";
    }

    @Override
    public String array(DataType.Array t) {
        return typed(t);
    }

    @Override
    public String other(DataType.Other t) {
        return "typed(" + JavaText.literal(t.sql()) + ")";
    }
}
