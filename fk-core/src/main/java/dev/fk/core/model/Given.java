package dev.fk.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a declaration was given. A null is refused where it stands, by the name of the call, not by that of a line of ours. */
final class Given {
    private Given() {}

    /** Refuses a null among the arguments of a call. */
    static void all(@Nullable Object... arguments) {
        if (Arrays.asList(arguments).contains(null)) {
            // one that fills in the last argument of another
            boolean other = DeclarationSite.arity() != arguments.length;
            throw nothing(other ? "null" : shown(arguments));
        }
    }

    /** Names that a call was given one by one. */
    static List<String> names(@Nullable String @Nullable ... names) {
        if (names == null) {
            throw nothing("null");
        }
        List<String> all = new ArrayList<>();
        for (String name : names) {
            if (name == null) {
                throw nothing(shown(names));
            }
            all.add(name);
        }
        return List.copyOf(all);
    }

    private static String shown(@Nullable Object[] arguments) {
        return Arrays.stream(arguments).map(a -> a == null ? "null" : "…").collect(Collectors.joining(", "));
    }

    private static NullPointerException nothing(String arguments) {
        return new NullPointerException(DeclarationSite.call() + "(" + arguments + ") at " + DeclarationSite.here()
                + " says nothing. Give it a value, or leave the call out.");
    }
}
