package dev.fk.junit.flyway;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;

/**
 * How Flyway's files are called: {@code V3__what.sql}, {@code R__what.sql}, {@code U3__what.sql}, {@code B3__what.sql},
 * {@code beforeMigrate.sql} (documentation.red-gate.com/fd, "Migrations" and "Callback Events"), with the prefixes, the
 * separator and the suffixes of the settings.
 */
record NamingRules(String versioned, String repeatable, String undo, String separator, List<String> suffixes) {
    private static final String BASELINE = "B";

    /** What a hand writes instead: {@code v3_orders.sql}, {@code V3-orders.sql}, {@code V3 orders.sql}. */
    private static final Pattern MEANT = Pattern.compile("(?i)v?(\\d+(?:[._]\\d+)*)[-_ .]*(.*)");

    static NamingRules of(Map<String, String> settings) {
        return new NamingRules(
                settings.getOrDefault("flyway.sqlMigrationPrefix", "V"),
                settings.getOrDefault("flyway.repeatableSqlMigrationPrefix", "R"),
                settings.getOrDefault("flyway.undoSqlMigrationPrefix", "U"),
                settings.getOrDefault("flyway.sqlMigrationSeparator", "__"),
                List.of(settings.getOrDefault("flyway.sqlMigrationSuffixes", ".sql")
                        .split(",")));
    }

    boolean isRepeatable(String file) {
        return stem(file).filter(s -> s.startsWith(repeatable + separator)).isPresent();
    }

    /** Empty if it is no versioned migration, or the version is none. */
    Optional<MigrationVersion> version(String file) {
        return stem(file).filter(s -> s.startsWith(versioned)).flatMap(s -> parsed(s, versioned));
    }

    private Optional<MigrationVersion> parsed(String stem, String prefix) {
        int end = stem.indexOf(separator);
        String version = stem.substring(prefix.length(), end < 0 ? stem.length() : end);
        try {
            return version.isEmpty() || !Character.isDigit(version.charAt(0))
                    ? Optional.empty()
                    : Optional.of(MigrationVersion.fromVersion(version));
        } catch (FlywayException noVersion) {
            return Optional.empty();
        }
    }

    /** Why Flyway would not run it, and what it should be called; empty if it is fine, or was never meant to run. */
    Optional<String> objection(String file) {
        Optional<String> stem = stem(file);
        if (stem.isEmpty()) {
            boolean otherSuffix = Stream.of(".sql", ".SQL", ".txt", ".bak")
                    .anyMatch(s -> file.endsWith(s) && meant(file.substring(0, file.length() - s.length())));
            return otherSuffix
                    ? Optional.of(unseen("it does not end with " + String.join(" or ", suffixes), file))
                    : Optional.empty();
        }
        if (file.endsWith(".class") || isFine(stem.get())) {
            return Optional.empty();
        }
        return Optional.of(unseen(why(stem.get()), file));
    }

    private boolean isFine(String stem) {
        boolean numbered = Stream.of(versioned, undo, BASELINE)
                .anyMatch(p -> stem.startsWith(p) && parsed(stem, p).isPresent());
        return (numbered && hasDescription(stem)) || stem.startsWith(repeatable + separator) || isCallback(stem);
    }

    private boolean hasDescription(String stem) {
        int end = stem.indexOf(separator);
        return end >= 0 && stem.length() > end + separator.length();
    }

    private boolean isCallback(String stem) {
        String event = stem.contains(separator) ? stem.substring(0, stem.indexOf(separator)) : stem;
        return Stream.of(Event.values()).anyMatch(e -> e.getId().equals(event));
    }

    private boolean meant(String stem) {
        return stem.startsWith(versioned) && Pattern.matches("\\d.*", stem.substring(versioned.length()));
    }

    private String why(String stem) {
        if (!stem.startsWith(versioned) && !stem.startsWith(repeatable)) {
            return "it begins neither with " + versioned + " nor with " + repeatable;
        }
        if (stem.startsWith(versioned) && parsed(stem, versioned).isEmpty()) {
            return "what follows " + versioned + " is no version of digits, dots and single underscores";
        }
        return "between version and description stands " + separator;
    }

    private String unseen(String why, String file) {
        return "Flyway passes it over without a word: " + why + "." + suggestion(file);
    }

    private String suggestion(String file) {
        Matcher meant = MEANT.matcher(file.replaceFirst("(?i)(\\.sql)?\\.[a-z]+$", ""));
        String suffix = suffixes.get(0);
        if (!meant.matches()) {
            return " Call it " + versioned + "<version>" + separator + "<what it does>" + suffix + ".";
        }
        String what = meant.group(2).isEmpty() ? "what_it_does" : meant.group(2);
        return " Call it " + versioned + meant.group(1) + separator
                + what.replaceAll("[^\\p{Alnum}]+", "_").toLowerCase(Locale.ROOT) + suffix + ".";
    }

    /** Without its suffix; empty if it has none that Flyway knows. */
    private Optional<String> stem(String file) {
        return Stream.concat(suffixes.stream(), Stream.of(".class"))
                .filter(file::endsWith)
                .map(s -> file.substring(0, file.length() - s.length()))
                .findFirst();
    }
}
