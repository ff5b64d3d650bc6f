package dev.fk.core.source;

import dev.fk.core.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for a schema value: equal values, equal names, in every process. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Schema schema) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(schema.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256 (MessageDigest's documentation)", e);
        }
    }
}
