package dev.fk.core.dialect.mysql;

import java.util.List;
import java.util.Optional;

/**
 * What SHOW CREATE TABLE says and {@code information_schema} of MariaDB 10.11 does not: its periods, and how the past of its
 * rows is kept in partitions.
 */
final class Shown {
    private static final String PERIOD = "PERIOD FOR `";
    private static final String OVERLAPS = "WITHOUT OVERLAPS)";
    private static final String PARTITIONS = "PARTITION BY ";
    private static final String PRIMARY = "PRIMARY";

    private final List<String> elements;
    private final String options;

    Shown(String createTable) {
        int open = createTable.indexOf('(', SqlText.end(createTable, createTable.indexOf('`')));
        int close = SqlText.closing(createTable, open);
        this.elements = Definition.split(createTable.substring(open + 1, close));
        this.options = createTable.substring(close + 1);
    }

    Optional<Period> period() {
        return elements.stream()
                .filter(e -> e.startsWith(PERIOD))
                .flatMap(e -> Period.of(e.substring(PERIOD.length() - 1)).stream())
                .findFirst();
    }

    boolean hasNoOverlaps(String index) {
        String start = index.equals(PRIMARY) ? "PRIMARY KEY (" : "UNIQUE KEY " + Identifiers.quote(index) + " (";
        return elements.stream().anyMatch(e -> e.startsWith(start) && e.contains(OVERLAPS));
    }

    /** What follows PARTITION BY. */
    Optional<String> partitions() {
        for (int i = 0; i < options.length(); i = SqlText.end(options, i)) {
            if (options.startsWith(PARTITIONS, i)) {
                return Optional.of(options.substring(i + PARTITIONS.length()).strip());
            }
        }
        return Optional.empty();
    }
}
