package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.DataType;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Types as CREATE TABLE writes them, in the words Sequelize uses. */
final class TypeSql implements DataType.Visitor<String> {
    private final Quoting quoting;

    TypeSql(Quoting quoting) {
        this.quoting = quoting;
    }

    @Override
    public String integer(DataType.Int type) {
        String name =
                switch (type.size()) {
                    case TINY -> "TINYINT";
                    case SMALL -> "SMALLINT";
                    case MEDIUM -> "MEDIUMINT";
                    case REGULAR -> "INTEGER";
                    case BIG -> "BIGINT";
                };
        return name + signs(type.unsigned(), type.zerofill());
    }

    @Override
    public String decimal(DataType.Decimal type) {
        return "DECIMAL" + digits(type.precision(), type.scale()) + signs(type.unsigned(), type.zerofill());
    }

    @Override
    public String approximate(DataType.Approximate type) {
        String name =
                switch (type.kind()) {
                    case FLOAT -> "FLOAT";
                    case REAL -> "REAL";
                    case DOUBLE -> "DOUBLE PRECISION";
                };
        return name + digits(type.precision(), type.scale()) + signs(type.unsigned(), type.zerofill());
    }

    @Override
    public String bool(DataType.Bool type) {
        return "TINYINT(1)";
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
        return size(type.size()) + "TEXT";
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
        return size(type.size()) + "BLOB";
    }

    @Override
    public String date(DataType.Date type) {
        return "DATE";
    }

    @Override
    public String time(DataType.Time type) {
        return "TIME" + digits(type.precision(), OptionalInt.empty());
    }

    @Override
    public String dateTime(DataType.DateTime type) {
        return "DATETIME" + digits(type.precision(), OptionalInt.empty());
    }

    @Override
    public String timestamp(DataType.Timestamp type) {
        return (type.withTimeZone() ? "TIMESTAMP" : "DATETIME") + digits(type.precision(), OptionalInt.empty());
    }

    @Override
    public String uuid(DataType.Uuid type) {
        return "CHAR(36) BINARY";
    }

    @Override
    public String json(DataType.Json type) {
        return "JSON";
    }

    @Override
    public String enumType(DataType.EnumType type) {
        return type.labels().stream().map(quoting::literal).collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    @Override
    public String named(DataType.Named type) {
        return Identifiers.quote(type.name());
    }

    /** There are none; the server says so, if nobody has before. */
    @Override
    public String array(DataType.Array type) {
        return type.element().accept(this) + "[]";
    }

    @Override
    public String other(DataType.Other type) {
        return type.sql();
    }

    private static String size(DataType.LobSize size) {
        return size == DataType.LobSize.REGULAR ? "" : size.name();
    }

    private static String digits(OptionalInt first, OptionalInt second) {
        if (first.isEmpty()) {
            return "";
        }
        return "(" + first.getAsInt() + (second.isPresent() ? "," + second.getAsInt() : "") + ")";
    }

    private static String signs(boolean unsigned, boolean zerofill) {
        return (unsigned ? " UNSIGNED" : "") + (zerofill ? " ZEROFILL" : "");
    }
}
