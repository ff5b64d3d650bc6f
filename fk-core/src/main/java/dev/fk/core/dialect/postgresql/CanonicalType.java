package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Declared types as the ones PostgreSQL has. It knows no unsigned, zero-filled or sized integers: what means nothing here
 * is dropped, a TINYINT gets the next larger type that holds all its values.
 */
final class CanonicalType implements DataType.Visitor<DataType> {
    /** The most significant bits a {@code real} has; FLOAT(p) beyond them is a double (manual, 8.1.3). */
    private static final int REAL_BITS = 24;

    private static final int MOST_FRACTION_DIGITS = 6;
    private static final DataType BYTEA = new DataType.Blob(DataType.LobSize.REGULAR);

    private final UnaryOperator<QualifiedName> names;
    private final Function<List<String>, QualifiedName> enums;

    /**
     * @param names brings the name of a type into normal form
     * @param enums gives labels that were declared with a column a type
     */
    CanonicalType(UnaryOperator<QualifiedName> names, Function<List<String>, QualifiedName> enums) {
        this.names = names;
        this.enums = enums;
    }

    @Override
    public DataType integer(DataType.Int type) {
        return new DataType.Int(
                switch (type.size()) {
                    case TINY, SMALL -> DataType.Int.Size.SMALL;
                    case MEDIUM, REGULAR -> DataType.Int.Size.REGULAR;
                    case BIG -> DataType.Int.Size.BIG;
                });
    }

    @Override
    public DataType decimal(DataType.Decimal type) {
        OptionalInt scale = type.precision().isPresent() && type.scale().isEmpty() ? OptionalInt.of(0) : type.scale();
        return new DataType.Decimal(type.precision(), scale);
    }

    @Override
    public DataType approximate(DataType.Approximate type) {
        int bits = type.scale().isPresent() ? REAL_BITS + 1 : type.precision().orElse(REAL_BITS + 1);
        boolean real =
                switch (type.kind()) {
                    case REAL -> true;
                    case FLOAT -> bits <= REAL_BITS;
                    case DOUBLE -> false;
                };
        return new DataType.Approximate(real ? DataType.Approximate.Kind.REAL : DataType.Approximate.Kind.DOUBLE);
    }

    @Override
    public DataType bool(DataType.Bool type) {
        return type;
    }

    @Override
    public DataType character(DataType.Char type) {
        return type.binary() ? BYTEA : type;
    }

    @Override
    public DataType varchar(DataType.Varchar type) {
        return type.binary() ? BYTEA : type;
    }

    @Override
    public DataType text(DataType.Text type) {
        return new DataType.Text(DataType.LobSize.REGULAR);
    }

    @Override
    public DataType binary(DataType.Binary type) {
        return BYTEA;
    }

    @Override
    public DataType varbinary(DataType.Varbinary type) {
        return BYTEA;
    }

    @Override
    public DataType blob(DataType.Blob type) {
        return BYTEA;
    }

    @Override
    public DataType date(DataType.Date type) {
        return type;
    }

    @Override
    public DataType time(DataType.Time type) {
        return new DataType.Time(precision(type.precision()), type.withTimeZone());
    }

    @Override
    public DataType dateTime(DataType.DateTime type) {
        return new DataType.Timestamp(precision(type.precision()), true);
    }

    @Override
    public DataType timestamp(DataType.Timestamp type) {
        return new DataType.Timestamp(precision(type.precision()), type.withTimeZone());
    }

    /** The server warns of more digits than it has, and takes what it has. */
    private static OptionalInt precision(OptionalInt digits) {
        return digits.isPresent() ? OptionalInt.of(Math.min(digits.getAsInt(), MOST_FRACTION_DIGITS)) : digits;
    }

    @Override
    public DataType uuid(DataType.Uuid type) {
        return type;
    }

    @Override
    public DataType json(DataType.Json type) {
        return type;
    }

    @Override
    public DataType enumType(DataType.EnumType type) {
        return new DataType.Named(enums.apply(type.labels()));
    }

    @Override
    public DataType named(DataType.Named type) {
        return new DataType.Named(names.apply(type.name()));
    }

    @Override
    public DataType array(DataType.Array type) {
        DataType element = type.element().accept(this);
        return element instanceof DataType.Array ? element : new DataType.Array(element);
    }

    /** Lower case, as the server folds it, unless it is another word for a type that it has; the rest is for the server to say. */
    @Override
    public DataType other(DataType.Other type) {
        String sql = type.sql().strip();
        DataType written = WrittenType.of(sql);
        boolean counts =
                written instanceof DataType.Int && sql.toLowerCase(Locale.ROOT).contains("serial");
        return written instanceof DataType.Other || counts
                ? new DataType.Other(sql.indexOf('"') < 0 ? sql.toLowerCase(Locale.ROOT) : sql)
                : written.accept(this);
    }
}
