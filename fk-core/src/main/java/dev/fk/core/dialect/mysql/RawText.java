package dev.fk.core.dialect.mysql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * SQL whose strings are bytes. MariaDB 10.11.18 has a default of {@code BINARY} in SHOW CREATE TABLE as it is, though it is
 * no UTF-8 ({@code information_schema} has a question mark for each such byte); 11.8.9 writes {@code x'00ff'}.
 */
final class RawText {
    private static final String UNREADABLE = "\uFFFD";

    private RawText() {}

    static boolean isUnreadable(String decoded) {
        return decoded.contains(UNREADABLE);
    }

    /** The SQL with {@code x'…'} for each string that is no text. */
    static String readable(byte[] sql) {
        String bytes = new String(sql, StandardCharsets.ISO_8859_1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length(); ) {
            int end = SqlText.end(bytes, i);
            while (end < bytes.length() && !isQuote(bytes.charAt(i)) && !isQuote(bytes.charAt(end))) {
                end++;
            }
            text.append(readable(bytes.substring(i, end)));
            i = end;
        }
        return text.toString();
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"' || c == '`';
    }

    private static String readable(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noText) {
            return SqlText.literalValue(token)
                    .map(value -> "x'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.ISO_8859_1)) + "'")
                    .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
