package dev.fk.junit.provision;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * One use of a server, in the names of whose databases it is written. As long as it lasts it holds the lock of its name on
 * the server, which lets go of it when the process is killed: so anybody can tell that what bears its name is left over.
 */
record Run(String id) {
    private static final String PREFIX = "fk_";
    private static final int LENGTH = 8;
    private static final int CHECK = 6;

    static Run begin() {
        return new Run(padded(new SecureRandom().nextLong() >>> 1, LENGTH));
    }

    /** Whose database it is. The check keeps others' databases out whose names only look like one of ours. */
    static Optional<Run> of(String database) {
        int end = PREFIX.length() + LENGTH;
        if (!database.startsWith(PREFIX) || database.length() <= end + CHECK) {
            return Optional.empty();
        }
        Run run = new Run(database.substring(PREFIX.length(), end));
        return database.startsWith(PREFIX + run.id + run.check()) ? Optional.of(run) : Optional.empty();
    }

    String database(long number) {
        return PREFIX + id + check() + Long.toString(number, Character.MAX_RADIX);
    }

    /** A database that is there for as long as the run, where others have to know of it. */
    String claim() {
        return database(0);
    }

    String lock() {
        return "fk_run_" + id;
    }

    private String check() {
        CRC32 crc = new CRC32();
        crc.update(("fk " + id).getBytes(StandardCharsets.US_ASCII));
        return padded(crc.getValue(), CHECK);
    }

    private static String padded(long value, int length) {
        String digits = "0".repeat(length) + Long.toString(value, Character.MAX_RADIX);
        return digits.substring(digits.length() - length);
    }
}
