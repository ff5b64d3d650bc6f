package dev.fk.examples.oracles;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a source says about a catalog, a line for each fact, in words that all sources share. */
final class Facts {
    private final SortedSet<String> lines = new TreeSet<>();

    void add(String fact) {
        if (!lines.add(fact)) {
            throw new IllegalStateException("Said twice: " + fact);
        }
    }

    long count(String kind) {
        return lines.stream().filter(l -> l.startsWith(kind + " ")).count();
    }

    /** What another source does not say. */
    List<String> without(Facts other) {
        return lines.stream().filter(l -> !other.lines.contains(l)).toList();
    }

    static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }
}
