package dev.fk.core.dialect;

import dev.fk.core.schema.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which numbers a type can hold.
 *
 * @param min the smallest; absent if there is no limit, or none that matters
 * @param max the largest
 * @param scale decimal digits after the point that are kept; {@link #UNLIMITED} if all are
 * @param mantissa bits of an approximate number; 0 for an exact one
 */
@API(status = Status.INTERNAL)
public record NumberShape(Optional<BigDecimal> min, Optional<BigDecimal> max, int scale, int mantissa) {
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private static final int FLOAT_BITS = 24;
    private static final int DOUBLE_BITS = 53;

    /**
     * The shape of a numeric type that a server really has; absent for other types.
     *
     * @param realIsFloat whether it is REAL, rather than FLOAT, that has four bytes
     */
    public static Optional<NumberShape> of(DataType type, boolean realIsFloat) {
        if (type instanceof DataType.Int integer) {
            return Optional.of(integer(integer));
        }
        if (type instanceof DataType.Decimal decimal) {
            return Optional.of(decimal(decimal));
        }
        if (type instanceof DataType.Approximate approximate) {
            DataType.Approximate.Kind narrow =
                    realIsFloat ? DataType.Approximate.Kind.REAL : DataType.Approximate.Kind.FLOAT;
            boolean single = approximate.kind() == narrow;
            int bits = single && approximate.precision().isEmpty() ? FLOAT_BITS : DOUBLE_BITS;
            return Optional.of(new NumberShape(Optional.empty(), Optional.empty(), UNLIMITED, bits));
        }
        return Optional.empty();
    }

    public static NumberShape integer(DataType.Int type) {
        return integer(type.size().bytes() * Byte.SIZE, type.unsigned());
    }

    /** A whole number of so many bits. */
    public static NumberShape integer(int bits, boolean unsigned) {
        BigInteger values = BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1);
        BigDecimal max = new BigDecimal(values.subtract(BigInteger.ONE));
        BigDecimal min = unsigned ? BigDecimal.ZERO : new BigDecimal(values.negate());
        return new NumberShape(Optional.of(min), Optional.of(max), 0, 0);
    }

    private static NumberShape decimal(DataType.Decimal type) {
        if (type.precision().isEmpty()) {
            return new NumberShape(Optional.empty(), Optional.empty(), UNLIMITED, 0);
        }
        int scale = type.scale().orElse(0);
        BigDecimal step = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        BigDecimal max = BigDecimal.ONE
                .scaleByPowerOfTen(type.precision().getAsInt() - scale)
                .subtract(step);
        return new NumberShape(
                Optional.of(type.unsigned() ? BigDecimal.ZERO : max.negate()), Optional.of(max), scale, 0);
    }

    public boolean isExact() {
        return mantissa == 0;
    }

    /** What becomes of numbers of this shape in another. */
    public Effect into(NumberShape other) {
        if (!other.isExact()) {
            return holdsAll(other) ? Effect.KEEPS : Effect.LOSES;
        }
        if (!isExact() || other.scale < scale) {
            return Effect.LOSES;
        }
        return within(other) ? Effect.KEEPS : Effect.FAILS;
    }

    private boolean holdsAll(NumberShape approximate) {
        BigDecimal exactUpTo = new BigDecimal(BigInteger.ONE.shiftLeft(approximate.mantissa));
        return isExact()
                ? scale == 0 && max.isPresent() && max.get().compareTo(exactUpTo) <= 0
                : mantissa <= approximate.mantissa;
    }

    private boolean within(NumberShape other) {
        return (other.max.isEmpty() || (max.isPresent() && max.get().compareTo(other.max.get()) <= 0))
                && (other.min.isEmpty() || (min.isPresent() && min.get().compareTo(other.min.get()) >= 0));
    }

    /**
     * The condition under which a number of another shape is beyond this one, by rounding as the servers do where the
     * number is exact, and with a whole number to spare where it is approximate.
     */
    public Optional<String> misfit(String value, NumberShape before) {
        if (min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal spare = before.isExact() ? BigDecimal.ZERO : BigDecimal.ONE;
        String rounded = before.isExact() && before.scale > scale ? "ROUND(" + value + ", " + scale + ")" : value;
        String low = min.get().subtract(spare).toPlainString();
        String high = max.get().add(spare).toPlainString();
        return Optional.of("(" + rounded + " < " + low + " OR " + rounded + " > " + high + ")");
    }
}
