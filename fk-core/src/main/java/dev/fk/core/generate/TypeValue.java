package dev.fk.core.generate;

import dev.fk.core.schema.DataType;

/** A type as a Java expression that makes it, {@code new DataType.Uuid()}. */
enum TypeValue implements DataType.Visitor<String> {
    INSTANCE;

    static String of(DataType type) {
        return type.accept(INSTANCE);
    }

    private static String made(String type, Object... arguments) {
        StringBuilder text = new StringBuilder("new DataType." + type + "(");
        for (int i = 0; i < arguments.length; i++) {
            text.append(i == 0 ? "" : ", ").append(arguments[i]);
        }
        return text.append(')').toString();
    }

    @Override
    public String integer(DataType.Int t) {
        return made("Int", "DataType.Int.Size." + t.size().name(), t.unsigned(), t.zerofill());
    }

    @Override
    public String decimal(DataType.Decimal t) {
        return made("Decimal", Values.of(t.precision()), Values.of(t.scale()), t.unsigned(), t.zerofill());
    }

    @Override
    public String approximate(DataType.Approximate t) {
        return made(
                "Approximate",
                "DataType.Approximate.Kind." + t.kind().name(),
                Values.of(t.precision()),
                Values.of(t.scale()),
                t.unsigned(),
                t.zerofill());
    }

    @Override
    public String bool(DataType.Bool t) {
        return made("Bool");
    }

    @Override
    public String character(DataType.Char t) {
        return made("Char", t.length(), t.binary());
    }

    @Override
    public String varchar(DataType.Varchar t) {
        return made("Varchar", Values.of(t.length()), t.binary());
    }

    @Override
    public String text(DataType.Text t) {
        return made("Text", "DataType.LobSize." + t.size().name());
    }

    @Override
    public String binary(DataType.Binary t) {
        return made("Binary", t.length());
    }

    @Override
    public String varbinary(DataType.Varbinary t) {
        return made("Varbinary", t.length());
    }

    @Override
    public String blob(DataType.Blob t) {
        return made("Blob", "DataType.LobSize." + t.size().name());
    }

    @Override
    public String date(DataType.Date t) {
        return made("Date");
    }

    @Override
    public String time(DataType.Time t) {
        return made("Time", Values.of(t.precision()), t.withTimeZone());
    }

    @Override
    public String dateTime(DataType.DateTime t) {
        return made("DateTime", Values.of(t.precision()));
    }

    @Override
    public String timestamp(DataType.Timestamp t) {
        return made("Timestamp", Values.of(t.precision()), t.withTimeZone());
    }

    @Override
    public String uuid(DataType.Uuid t) {
        return made("Uuid");
    }

    @Override
    public String json(DataType.Json t) {
        return made("Json", t.binary());
    }

    @Override
    public String enumType(DataType.EnumType t) {
        return made("EnumType", Values.of(t.labels()));
    }

    @Override
    public String named(DataType.Named t) {
        return made("Named", Values.of(t.name()));
    }

    @Override
    public String array(DataType.Array t) {
        return made("Array", of(t.element()));
    }

    @Override
    public String other(DataType.Other t) {
        return made("Other", JavaText.literal(t.sql()));
    }
}
