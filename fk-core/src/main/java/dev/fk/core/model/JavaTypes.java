package dev.fk.core.model;

import dev.fk.core.schema.DataType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which attribute a Java type becomes, as {@link Models#of} documents it. */
final class JavaTypes {
    /** With 24 bits, which both PostgreSQL and the MySQL family store in four bytes as Java does. */
    private static final int FLOAT_BITS = 24;

    private static final Map<Class<?>, Supplier<Attribute<?>>> TYPES = Map.ofEntries(
            Map.entry(boolean.class, Attributes::bool),
            Map.entry(byte.class, Attributes::tinyInteger),
            Map.entry(short.class, Attributes::smallInteger),
            Map.entry(int.class, Attributes::integer),
            Map.entry(long.class, Attributes::bigInteger),
            Map.entry(float.class, () -> Attributes.floating(FLOAT_BITS)),
            Map.entry(double.class, Attributes::doublePrecision),
            Map.entry(char.class, () -> Attributes.character(1)),
            Map.entry(String.class, Attributes::string),
            Map.entry(BigDecimal.class, Attributes::decimal),
            Map.entry(BigInteger.class, Attributes::decimal),
            Map.entry(byte[].class, Attributes::blob),
            Map.entry(UUID.class, Attributes::uuid),
            Map.entry(LocalDate.class, Attributes::date),
            Map.entry(LocalTime.class, Attributes::time),
            Map.entry(LocalDateTime.class, Attributes::dateTime),
            Map.entry(Instant.class, Attributes::dateTime),
            Map.entry(OffsetDateTime.class, Attributes::dateTime),
            Map.entry(ZonedDateTime.class, Attributes::dateTime));

    private static final Map<Class<?>, Class<?>> PRIMITIVES = Map.of(
            Boolean.class, boolean.class,
            Byte.class, byte.class,
            Short.class, short.class,
            Integer.class, int.class,
            Long.class, long.class,
            Float.class, float.class,
            Double.class, double.class,
            Character.class, char.class);

    private JavaTypes() {}

    static Optional<Attribute<?>> attribute(Class<?> type) {
        Class<?> key = PRIMITIVES.getOrDefault(type, type);
        Supplier<Attribute<?>> known = TYPES.get(key);
        if (known != null) {
            return Optional.of(known.get());
        }
        if (type.isEnum()) {
            String[] labels = Stream.of(type.getEnumConstants())
                    .map(c -> ((Enum<?>) c).name())
                    .toArray(String[]::new);
            return Optional.of(Attributes.enumOf(labels));
        }
        if (type.isArray()) {
            return attribute(type.getComponentType())
                    .map(element -> Attributes.typed(
                            new DataType.Array(element.definition().type())));
        }
        return Optional.empty();
    }
}
