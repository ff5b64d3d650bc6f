package dev.fk.core.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Checks that every value of this package makes when it is built. */
final class Require {
    private Require() {}

    static void identifier(String name, String what) {
        Objects.requireNonNull(name, () -> "The name of " + what + " is null.");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of " + what + " is empty.");
        }
    }

    static List<String> atLeastOne(List<String> columns, String what) {
        List<String> copy = List.copyOf(columns);
        if (copy.isEmpty()) {
            throw new IllegalArgumentException("The columns of " + what + " are missing; name at least one.");
        }
        return copy;
    }

    static List<String> columns(List<String> columns, String what) {
        List<String> copy = atLeastOne(columns, what);
        if (new HashSet<>(copy).size() < copy.size()) {
            throw new IllegalArgumentException("A column stands twice among the columns of " + what + ": " + copy);
        }
        return copy;
    }
}
