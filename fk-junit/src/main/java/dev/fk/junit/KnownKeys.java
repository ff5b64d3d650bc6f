package dev.fk.junit;

import dev.fk.core.schema.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds keys that nobody reads, which are most often misspelt ones. */
final class KnownKeys {
    /** Read by others: the command line, the verification of migrations, and the tests of fk itself. */
    private static final List<String> OF_OTHERS = List.of(
            "fk.conformance",
            "fk.freeze.update",
            "fk.golden.update",
            "fk.migrations",
            "fk.models",
            "fk.package",
            "fk.parity.update",
            "fk.password",
            "fk.random.failures",
            "fk.random.pairs",
            "fk.random.proofs",
            "fk.random.schemas",
            "fk.random.seed",
            "fk.random.threads",
            "fk.require.servers",
            "fk.schema",
            "fk.sources",
            "fk.stacktrace",
            "fk.stress.classes",
            "fk.stress.repetitions",
            "fk.update",
            "fk.url",
            "fk.user");

    /** The command line reads it as well, so whatever is in it may be meant for that. */
    private static final String FILE_OF_BOTH = "fk.properties";

    private KnownKeys() {}

    /**
     * One warning for each of our keys that does not exist.
     *
     * @param properties the keys of each source that has them in this spelling
     */
    static List<String> warnings(Map<String, ? extends Collection<String>> properties, Collection<String> environment) {
        List<String> warnings = new ArrayList<>();
        List<String> keys = Stream.concat(Arrays.stream(Setting.values()).map(Setting::key), OF_OTHERS.stream())
                .toList();
        properties.forEach((source, found) -> found.stream()
                .filter(p -> p.startsWith("fk.") && !p.startsWith("fk.test.") && !keys.contains(p))
                .sorted()
                .forEach(p -> warnings.add(
                        p + " is set (" + source + "), but fk has no such setting." + suggestion(p, keys))));
        properties.forEach((source, found) -> {
            if (found.contains("fk.url") && !source.equals(FILE_OF_BOTH)) {
                warnings.add(
                        "fk.url is set (" + source + "), which the command line reads, and classes that"
                                + " db:assertions has written. @WithSchema reads fk.postgresql.url, fk.mysql.url and fk.mariadb.url.");
            }
        });
        List<String> variables = Arrays.stream(Setting.values())
                .map(Setting::environmentVariable)
                .toList();
        // Other programs may have variables that begin like ours: only what resembles one of ours is worth a word.
        environment.stream()
                .filter(v -> v.startsWith("FK_") && !variables.contains(v))
                .sorted()
                .forEach(v -> Nearest.to(v, variables)
                        .ifPresent(n -> warnings.add(
                                v + " is set (environment variable), but fk has no such setting. Did you mean " + n
                                        + "?")));
        return warnings;
    }

    private static String suggestion(String unknown, List<String> known) {
        return Nearest.to(unknown, known).map(n -> " Did you mean " + n + "?").orElseGet(() -> Arrays.stream(
                        Setting.values())
                .map(Setting::key)
                .sorted()
                .collect(Collectors.joining(", ", " It has: ", ".")));
    }
}
