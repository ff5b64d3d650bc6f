package dev.fk.junit.report;

import java.lang.reflect.Array;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An array as PostgreSQL reads it; no other server has any. */
final class ArrayText {
    private ArrayText() {}

    static String of(Object array) {
        return IntStream.range(0, Array.getLength(array))
                .mapToObj(i -> element(Array.get(array, i)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String element(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        return value.getClass().isArray()
                ? of(value)
                : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
