package dev.fk.core.dialect.mysql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text of which every byte of UTF-8 has become a letter: MySQL 8.0.33 and 9.7.4 have {@code information_schema} say {@code Ã©}
 * for the {@code é} of a check, of a computed column, of a default that is an expression and of an index on one, where SHOW
 * CREATE TABLE says {@code é}.
 */
final class Encoded {
    private static final int BYTES = 0x100;

    private Encoded() {}

    /** The text that was encoded twice; other text, of a server that does not, as it is. */
    static String once(String shown) {
        boolean bytes = shown.chars().allMatch(c -> c < BYTES);
        if (!bytes || shown.chars().allMatch(c -> c < BYTES / 2)) {
            return shown;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(shown.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException plain) {
            return shown;
        }
    }
}
