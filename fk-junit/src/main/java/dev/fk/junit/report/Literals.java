package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Date;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Values as they would stand in a statement. */
final class Literals {
    /** More digits than this nobody writes. */
    private static final int LONGEST_SCALE = 1000;

    private Literals() {}

    static String of(@Nullable Object value, Lexis lexis) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes, lexis);
        }
        String text = text(value, lexis);
        boolean nothingSaid = text.equals(value.getClass().getName() + "@" + Integer.toHexString(value.hashCode()));
        return nothingSaid ? StreamText.unknown(value) : quoted(text, lexis.backslashEscapes());
    }

    /** What is no number is one in quotes only; digits do not lose any to a floating point. */
    private static String number(Number number) {
        if (number instanceof BigDecimal decimal && Math.abs(decimal.scale()) <= LONGEST_SCALE) {
            return decimal.toPlainString();
        }
        boolean floating = number instanceof Double || number instanceof Float;
        return floating && !Double.isFinite(number.doubleValue()) ? "'" + number + "'" : number.toString();
    }

    static String bytes(byte[] bytes, Lexis lexis) {
        String hex = HexFormat.of().formatHex(bytes);
        return lexis.dollarQuotes() ? "'\\x" + hex + "'" : "X'" + hex + "'";
    }

    private static String text(Object value, Lexis lexis) {
        if (value instanceof ZonedDateTime zoned) {
            return text(zoned.toOffsetDateTime(), lexis);
        }
        if (value instanceof OffsetDateTime moment && !lexis.dollarQuotes()) {
            // drivers for the MySQL family send the time of their JVM, without an offset
            return Moments.text(moment.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime());
        }
        if (value instanceof Temporal temporal) {
            return Moments.text(temporal);
        }
        if (value instanceof Date date) {
            return Moments.text(date);
        }
        return value.getClass().isArray() ? ArrayText.of(value) : value.toString();
    }

    /** @param backslashEscapes whether the server takes a backslash for the beginning of something */
    static String quoted(String text, boolean backslashEscapes) {
        String doubled = text.replace("'", "''");
        return "'" + (backslashEscapes ? escaped(doubled) : doubled) + "'";
    }

    /** The program mysql ends at a NUL, and reads CRLF as LF. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\0", "\\0").replace("\r", "\\r");
    }
}
