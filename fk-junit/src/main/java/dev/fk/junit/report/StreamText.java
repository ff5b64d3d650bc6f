package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a statement gets from a stream: to be seen where it is in memory, because the driver has to read it after us. */
final class StreamText {
    private StreamText() {}

    /** @param length that the driver will read, or less; negative if that is all */
    static String of(Object stream, long length, boolean text, Lexis lexis) {
        try {
            if (stream instanceof ByteArrayInputStream bytes) {
                return of(bytes, length, text, lexis);
            }
            if (stream instanceof StringReader reader) {
                return Literals.quoted(read(reader, length), lexis.backslashEscapes());
            }
        } catch (IOException closed) {
            return unknown(stream);
        }
        return unknown(stream);
    }

    /** What stands for a value that nobody here knows. */
    static String unknown(Object value) {
        return "NULL /* " + value.getClass().getName() + ", which only the driver has read */";
    }

    private static String of(ByteArrayInputStream stream, long length, boolean text, Lexis lexis) {
        stream.mark(Integer.MAX_VALUE);
        byte[] all = stream.readAllBytes();
        stream.reset();
        byte[] read = length < 0 || length >= all.length ? all : Arrays.copyOf(all, (int) length);
        return text
                ? Literals.quoted(new String(read, StandardCharsets.US_ASCII), lexis.backslashEscapes())
                : Literals.bytes(read, lexis);
    }

    private static String read(StringReader reader, long length) throws IOException {
        StringBuilder text = new StringBuilder();
        reader.mark(Integer.MAX_VALUE);
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            text.append((char) c);
        }
        reader.reset();
        return length < 0 || length >= text.length() ? text.toString() : text.substring(0, (int) length);
    }
}
