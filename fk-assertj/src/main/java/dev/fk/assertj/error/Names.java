package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names and lists of names as messages put them. */
final class Names {
    private static final int MOST = 40;

    private Names() {}

    /** {@code (a, b)}. */
    static String list(List<String> names) {
        return "(" + String.join(", ", names) + ")";
    }

    /** {@code column a}, {@code columns a, b}, {@code no columns}; of very many, as many as somebody reads. */
    static String counted(String noun, Collection<String> names) {
        if (names.isEmpty()) {
            return "no " + plural(noun, 0);
        }
        String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
        return plural(noun, names.size()) + " " + names.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }

    static String plural(String noun, int count) {
        if (count == 1) {
            return noun;
        }
        return noun.endsWith("ey") || !noun.endsWith("x") ? noun + "s" : noun + "es";
    }

    /** {@code [chat_ibfk_1]}, after a number of blanks; nothing for a constraint without a name. */
    static String tag(String blanks, Constraint constraint) {
        return constraint.name().map(n -> blanks + "[" + n + "]").orElse("");
    }

    /** What a sentence about a constraint calls it. */
    static String subject(Constraint constraint) {
        return constraint.name().orElse("a constraint without a name");
    }

    /** Each constraint with its name, on a line of its own; {@code none} if there are none. */
    static List<List<Object>> rows(Collection<? extends Constraint> constraints) {
        return constraints.isEmpty() ? List.of(List.of("none")) : inLines(constraints);
    }

    /** Each constraint with its name, on a line of its own. */
    static List<List<Object>> inLines(Collection<? extends Constraint> constraints) {
        return constraints.stream()
                .map(c -> List.<Object>of(c, tag("      ", c)))
                .toList();
    }

    /**
     * {@code ; found as participantno}, with the reason why that is another name, {@code ; did you mean participant?}, or
     * nothing.
     */
    static String hint(Snapshot snapshot, String wanted, Collection<String> candidates) {
        return candidates.stream()
                .filter(wanted::equalsIgnoreCase)
                .findFirst()
                .map(c -> "; found as " + c + ": " + inOtherCase(snapshot, c))
                .orElseGet(() -> Nearest.didYouMean(wanted, candidates));
    }

    private static String inOtherCase(Snapshot snapshot, String found) {
        String unquoted = snapshot.rules().unquoted();
        return unquoted.isEmpty() || !found.equals(found.toLowerCase(Locale.ROOT))
                ? "names are compared with case"
                : snapshot.database().server().product() + " " + unquoted;
    }
}
