package dev.fk.core.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The content of a file of frozen violations: one section for each rule, one line for each violation, all sorted. */
record FrozenText(String dialect, SortedMap<String, List<String>> rules) {
    private static final String HEAD =
            "# Violations that were there when their rule was frozen. New ones fail; what is gone goes from here by"
                    + " itself.\n";
    private static final String DIALECT = "# server: ";

    FrozenText {
        rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    }

    static FrozenText empty(String dialect) {
        return new FrozenText(dialect, new TreeMap<>());
    }

    static FrozenText parse(String text) {
        SortedMap<String, List<String>> rules = new TreeMap<>();
        String dialect = "an unknown kind of server";
        List<String> section = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.startsWith(DIALECT)) {
                dialect = line.substring(DIALECT.length());
            } else if (line.startsWith("[") && line.endsWith("]")) {
                section = new ArrayList<>();
                rules.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                section.add(line);
            }
        }
        return new FrozenText(dialect, rules);
    }

    /** The violations of a rule; absent if it has not been frozen. */
    Optional<List<String>> violations(String rule) {
        return Optional.ofNullable(rules.get(rule));
    }

    FrozenText with(String rule, List<String> violations) {
        SortedMap<String, List<String>> others = new TreeMap<>(rules);
        others.put(rule, violations.stream().sorted().toList());
        return new FrozenText(dialect, others);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder(HEAD).append(DIALECT).append(dialect).append('\n');
        rules.forEach((rule, violations) -> {
            text.append("\n[").append(rule).append("]\n");
            violations.forEach(v -> text.append(v).append('\n'));
        });
        return text.toString();
    }
}
