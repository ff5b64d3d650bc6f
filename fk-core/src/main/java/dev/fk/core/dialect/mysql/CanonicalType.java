package dev.fk.core.dialect.mysql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.DataType.Approximate;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.QualifiedName;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The type the family really has for a declared one. Measured on MySQL 8.0.33 and 9.7.4, MariaDB 10.11.18 and 11.8.9,
 * which agree but for JSON; that MariaDB keeps it as {@code longtext} is the catalog's affair.
 */
final class CanonicalType implements DataType.Visitor<DataType> {
    /** What {@code DECIMAL} means without digits. */
    private static final int DECIMAL_PRECISION = 10;
    /** {@code FLOAT(p)} is a double beyond it. */
    private static final int FLOAT_PRECISION = 24;
    /** A {@code VARCHAR} needs a length here; Sequelize's. */
    private static final int VARCHAR_LENGTH = 255;

    private static final int UUID_LENGTH = 36;

    private final Settings settings;
    private final Map<QualifiedName, EnumDefinition> enums;

    CanonicalType(Settings settings, Map<QualifiedName, EnumDefinition> enums) {
        this.settings = settings;
        this.enums = enums;
    }

    /** Whether the type brings a collation of its own that compares bytes: {@code CHAR(36) BINARY}. */
    static boolean isBinary(DataType declared) {
        return declared instanceof DataType.Uuid
                || (declared instanceof DataType.Char c && c.binary())
                || (declared instanceof DataType.Varchar v && v.binary());
    }

    /** Sets, and what MariaDB compresses. */
    private static final Pattern OTHER_TEXT = Pattern.compile("set\\(|(?:varchar\\(\\d+\\)|\\w*text) compressed");

    /** Whether a column of this canonical type has a collation. */
    static boolean isText(DataType canonical) {
        return canonical instanceof DataType.Char
                || canonical instanceof DataType.Varchar
                || canonical instanceof DataType.Text
                || canonical instanceof DataType.EnumType
                || (canonical instanceof DataType.Other other
                        && OTHER_TEXT.matcher(other.sql()).lookingAt());
    }

    @Override
    public DataType integer(DataType.Int type) {
        return new DataType.Int(type.size(), type.unsigned() || type.zerofill(), type.zerofill());
    }

    @Override
    public DataType decimal(DataType.Decimal type) {
        return new DataType.Decimal(
                OptionalInt.of(type.precision().orElse(DECIMAL_PRECISION)),
                OptionalInt.of(type.scale().orElse(0)),
                type.unsigned() || type.zerofill(),
                type.zerofill());
    }

    @Override
    public DataType approximate(Approximate type) {
        boolean digits = type.precision().isPresent() && type.scale().isPresent();
        return new Approximate(
                isFloat(type) ? Approximate.Kind.FLOAT : Approximate.Kind.DOUBLE,
                digits ? type.precision() : OptionalInt.empty(),
                digits ? type.scale() : OptionalInt.empty(),
                type.unsigned() || type.zerofill(),
                type.zerofill());
    }

    private boolean isFloat(Approximate type) {
        return switch (type.kind()) {
            case FLOAT -> type.scale().isPresent() || type.precision().orElse(0) <= FLOAT_PRECISION;
            case REAL -> settings.realIsFloat();
            case DOUBLE -> false;
        };
    }

    @Override
    public DataType bool(DataType.Bool type) {
        return type;
    }

    @Override
    public DataType character(DataType.Char type) {
        return new DataType.Char(type.length(), false);
    }

    @Override
    public DataType varchar(DataType.Varchar type) {
        return new DataType.Varchar(OptionalInt.of(type.length().orElse(VARCHAR_LENGTH)), false);
    }

    @Override
    public DataType text(DataType.Text type) {
        return type;
    }

    @Override
    public DataType binary(DataType.Binary type) {
        return type;
    }

    @Override
    public DataType varbinary(DataType.Varbinary type) {
        return type;
    }

    @Override
    public DataType blob(DataType.Blob type) {
        return type;
    }

    @Override
    public DataType date(DataType.Date type) {
        return type;
    }

    @Override
    public DataType time(DataType.Time type) {
        return new DataType.Time(ColumnTypes.precision(type.precision()), false);
    }

    @Override
    public DataType dateTime(DataType.DateTime type) {
        return new DataType.DateTime(ColumnTypes.precision(type.precision()));
    }

    /** The family's {@code timestamp} is a point in time; what has no time zone is its {@code datetime}. */
    @Override
    public DataType timestamp(DataType.Timestamp type) {
        OptionalInt precision = ColumnTypes.precision(type.precision());
        return type.withTimeZone() ? new DataType.Timestamp(precision, true) : new DataType.DateTime(precision);
    }

    @Override
    public DataType uuid(DataType.Uuid type) {
        return new DataType.Char(UUID_LENGTH, false);
    }

    @Override
    public DataType json(DataType.Json type) {
        return new DataType.Json(false);
    }

    @Override
    public DataType enumType(DataType.EnumType type) {
        return type;
    }

    /** Enums have no name of their own here: their labels stand where they are used. */
    @Override
    public DataType named(DataType.Named type) {
        EnumDefinition definition = enums.get(type.name());
        return definition == null || definition.labels().isEmpty() ? type : new DataType.EnumType(definition.labels());
    }

    @Override
    public DataType array(DataType.Array type) {
        return type;
    }

    @Override
    public DataType other(DataType.Other type) {
        DataType parsed = ColumnTypes.parse(type.sql());
        return parsed instanceof DataType.Other ? parsed : parsed.accept(this);
    }
}
