package dev.fk.core.schema;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Names of columns in their order, and of constraints and indexes, fitted to what a server allows. */
@API(status = Status.EXPERIMENTAL)
public final class Names {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    /** An underscore and eight hexadecimal digits. */
    private static final int SUFFIX_LENGTH = 9;

    /** That a UTF-16 unit can have in UTF-8: a surrogate pair has four. */
    private static final int MOST_BYTES = 3;

    private Names() {}

    /** Whether the first of these names are those: then an index over these columns serves who looks for those. */
    public static boolean begin(List<String> names, List<String> first) {
        return names.size() >= first.size() && names.subList(0, first.size()).equals(first);
    }

    /** {@link #shorten(String, int, int)} for a server that counts bytes only (PostgreSQL: 63). */
    public static String shorten(String name, int maxBytes) {
        return shorten(name, maxBytes, Integer.MAX_VALUE);
    }

    /**
     * The name itself if it fits, else its beginning and a hash of the whole. So different long names stay different, and
     * the same name is shortened in the same way in every process.
     *
     * @param maxBytes the longest identifier in UTF-8 bytes
     * @param maxCharacters the longest identifier in characters (MySQL family: 64)
     */
    public static String shorten(String name, int maxBytes, int maxCharacters) {
        boolean isShort = name.length() <= Math.min(maxBytes / MOST_BYTES, maxCharacters);
        if (isShort || (bytes(name) <= maxBytes && characters(name) <= maxCharacters)) {
            return name;
        }
        if (Math.min(maxBytes, maxCharacters) <= SUFFIX_LENGTH) {
            throw new IllegalArgumentException("A name of at most " + Math.min(maxBytes, maxCharacters)
                    + " characters leaves no room for a hash of " + SUFFIX_LENGTH + ".");
        }
        String beginning = name;
        while (bytes(beginning) > maxBytes - SUFFIX_LENGTH || characters(beginning) > maxCharacters - SUFFIX_LENGTH) {
            beginning = beginning.substring(0, beginning.offsetByCodePoints(beginning.length(), -1));
        }
        return beginning + "_" + hash(name);
    }

    /** Eight hexadecimal digits (FNV-1a, folded to 32 bits) that depend on the text alone. */
    public static String hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return String.format(Locale.ROOT, "%08x", (int) (hash ^ (hash >>> 32)));
    }

    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int bytes(String text) {
        return text.codePoints()
                .map(c -> c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4)
                .sum();
    }
}
