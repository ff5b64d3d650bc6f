package dev.fk.core.explain.situation;

import dev.fk.core.explain.Fix;
import dev.fk.core.schema.Nearest;
import dev.fk.core.script.Token;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The names that somebody may have meant by one that there is none of: one, or several that are equally near. */
@API(status = Status.INTERNAL)
public record Meant(List<String> names) {
    public static Meant near(Token word, Collection<String> candidates) {
        return new Meant(Nearest.all(word.text(), candidates));
    }

    public boolean isNone() {
        return names.isEmpty();
    }

    /** {@code ; there is a}, or nothing. */
    public String text() {
        return isNone() ? "" : "; there " + (names.size() == 1 ? "is " : "are ") + joined(names, " and ");
    }

    private static String joined(List<String> names, String last) {
        int most = names.size() - 1;
        return most < 1 ? String.join("", names) : String.join(", ", names.subList(0, most)) + last + names.get(most);
    }

    /** {@code "a" or b}, as they are to be written. */
    public String written(Situation situation) {
        return joined(names.stream().map(situation::written).toList(), " or ");
    }

    /** Which of several it is, only people can say. */
    public Optional<String> one() {
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    /** The statement with the name in the place of the word. */
    public Fix fix(Situation situation, Token word) {
        return one().map(n -> Fix.instead(
                        situation.statement().with(word, situation.diagnosis().quote(n))))
                .orElse(Fix.none());
    }
}
