package dev.fk.junit.report;

import dev.fk.core.dialect.Lexis;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.SQLXML;

/** What a statement gets as an object of the driver's, or of a mapper's that behaves like one. */
final class LargeObjectText {
    /** Longer ones would be nothing to read. */
    private static final long LONGEST = 1 << 20;

    private LargeObjectText() {}

    static String of(Object value, Lexis lexis) {
        try {
            if (value instanceof Blob blob && blob.length() <= LONGEST) {
                return Literals.bytes(blob.getBytes(1, (int) blob.length()), lexis);
            }
            if (value instanceof Clob clob && clob.length() <= LONGEST) {
                return Literals.quoted(clob.getSubString(1, (int) clob.length()), lexis.backslashEscapes());
            }
            return value instanceof SQLXML xml
                    ? Literals.quoted(xml.getString(), lexis.backslashEscapes())
                    : StreamText.unknown(value);
        } catch (SQLException | RuntimeException cannotBeAsked) {
            return StreamText.unknown(value);
        }
    }
}
