package dev.fk.core.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How two catalogs differ: {@code - line} is in Sequelize's alone, {@code + line} in ours alone, {@code ~ subject: theirs
 * → ours} says that both have it and say different things about it.
 */
final class Differences {
    private static final Pattern COLUMN = Pattern.compile("(.*: column \\S+) (.*)");
    private static final Pattern FOREIGN_KEY = Pattern.compile("(.*: foreign key) (\\S+) (\\(.*\\)) (on delete .*)");
    private static final Pattern NAMED = Pattern.compile("(.*: (?:unique|index|unique index|check)) (\\S+) (\\(.*)");

    private Differences() {}

    static List<String> between(SortedSet<String> theirs, SortedSet<String> ours) {
        Map<String, String> onlyTheirs = bySubject(theirs, ours);
        Map<String, String> onlyOurs = bySubject(ours, theirs);
        List<String> differences = new ArrayList<>();
        onlyTheirs.forEach((subject, details) -> {
            String mine = onlyOurs.remove(subject);
            differences.add(
                    mine == null ? "- " + subject + ": " + details : "~ " + subject + ": " + details + " → " + mine);
        });
        onlyOurs.forEach((subject, details) -> differences.add("+ " + subject + ": " + details));
        return differences;
    }

    private static Map<String, String> bySubject(SortedSet<String> lines, SortedSet<String> others) {
        Map<String, String> bySubject = new LinkedHashMap<>();
        for (String line : lines) {
            if (!others.contains(line)) {
                String[] parts = split(line);
                bySubject.merge(parts[0], parts[1], (a, b) -> a + " and " + b);
            }
        }
        return bySubject;
    }

    private static String[] split(String line) {
        Matcher column = COLUMN.matcher(line);
        if (column.matches()) {
            return new String[] {column.group(1), column.group(2)};
        }
        Matcher key = FOREIGN_KEY.matcher(line);
        if (key.matches()) {
            return new String[] {key.group(1) + " " + key.group(3), "[" + key.group(2) + "] " + key.group(4)};
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return new String[] {named.group(1) + " " + named.group(3), "[" + named.group(2) + "]"};
        }
        int details = line.indexOf(" (");
        return details < 0
                ? new String[] {line, ""}
                : new String[] {line.substring(0, details), line.substring(details + 1)};
    }
}
