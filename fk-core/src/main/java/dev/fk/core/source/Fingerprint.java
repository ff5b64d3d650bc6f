package dev.fk.core.source;

import dev.fk.core.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A short name for a value: equal values, equal names, in every process. */
@API(status = Status.INTERNAL)
public final class Fingerprint {
    private Fingerprint() {}

    static String of(Schema schema) {
        return of(List.of(schema.toString()));
    }

    /** Of texts in this order; where one ends and the next begins counts. */
    public static String of(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256 (MessageDigest's documentation)", e);
        }
    }
}
