package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Dialects;
import dev.fk.core.schema.DialectId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * {@code {dialect}} in a location, for files that differ between servers: {@code postgresql}, {@code mysql} or
 * {@code mariadb}. {@code {vendor}}, as Spring Boot calls it, is the same.
 */
@API(status = Status.INTERNAL)
public final class DialectWord {
    private static final List<String> WORDS = List.of("{dialect}", "{vendor}");

    private DialectWord() {}

    /** Whether the location is another one on each kind of server. */
    public static boolean isIn(String location) {
        return WORDS.stream().anyMatch(location::contains);
    }

    /** The location for this database. */
    public static String fill(String location, Database database) {
        return fill(location, database.dialect().id());
    }

    /** The location for this kind of server. */
    public static String fill(String location, DialectId server) {
        return fill(location, server.toString());
    }

    /** The locations for all kinds of servers, by their names. */
    public static SortedMap<String, String> byDialect(String location) {
        SortedMap<String, String> locations = new TreeMap<>();
        for (Dialect dialect : Dialects.known()) {
            String word = dialect.id().toString();
            locations.put(word, fill(location, word));
        }
        return locations;
    }

    private static String fill(String location, String dialect) {
        return WORDS.stream().reduce(location, (filled, word) -> filled.replace(word, dialect));
    }

    /** The locations of a source, at least one and none of them blank. */
    public static List<String> required(String what, String... locations) {
        if (locations.length == 0 || Stream.of(locations).anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(
                    what + " needs at least one location, and no blank one: " + List.of(locations) + ".");
        }
        return List.of(locations);
    }
}
