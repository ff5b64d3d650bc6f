package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collations and character sets that MySQL and MariaDB do not have, or not together (1115, 1253, 1273). */
record CollationCauses(Situation situation) {
    private static final int OF_ANOTHER_SET = 1253;
    private static final int NO_SET = 1115;

    private record Collation(String name, String charset) {}

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.COLLATION_MISSING)) {
            return List.of();
        }
        List<Collation> all = situation.diagnosis().collations().stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(row -> new Collation(row.get(0), row.get(1)))
                .toList();
        List<Token> words = situation.tokens();
        return situation.error().code() == OF_ANOTHER_SET ? ofAnother(words, all) : missing(words, all);
    }

    private List<Explanation> missing(List<Token> words, List<Collation> all) {
        boolean set = situation.error().code() == NO_SET;
        List<String> known =
                all.stream().map(c -> set ? c.charset() : c.name()).distinct().toList();
        return words.stream()
                .filter(w -> w.isName() || w.kind() == Token.Kind.STRING)
                .filter(w -> situation.says(bare(w)) && !known.contains(bare(w)))
                .limit(1)
                .map(w -> situation.replaced(
                        Cause.COLLATION_MISSING,
                        situation.server() + " has no " + (set ? "character set " : "collation ") + bare(w),
                        new Token(w.kind(), bare(w), w.written(), w.start(), w.end()),
                        Meant.near(new Token(w.kind(), bare(w), w.written(), w.start(), w.end()), known),
                        ""))
                .toList();
    }

    private static String bare(Token word) {
        return word.kind() == Token.Kind.STRING ? word.text().replace("'", "") : word.text();
    }

    /** The word behind CHARACTER SET or CHARSET that is said of the same column or table, which is the nearest before. */
    private List<Explanation> ofAnother(List<Token> words, List<Collation> all) {
        return IntStream.range(0, words.size())
                .filter(i -> situation.says(bare(words.get(i)))
                        && all.stream().anyMatch(c -> c.name().equalsIgnoreCase(bare(words.get(i)))))
                .boxed()
                .flatMap(i -> all.stream()
                        .filter(c -> c.name().equalsIgnoreCase(bare(words.get(i))))
                        .flatMap(c -> explanation(words, i, c).stream()))
                .limit(1)
                .toList();
    }

    private Optional<Explanation> explanation(List<Token> words, int at, Collation collation) {
        Optional<Token> set = IntStream.iterate(at - 1, i -> i > 0, i -> i - 1)
                .filter(i -> situation.says(bare(words.get(i)))
                        && Stream.of("SET", "CHARSET", "=")
                                .anyMatch(k -> words.get(i - 1).is(k)
                                        || words.get(i - 1).isSign(k)))
                .mapToObj(words::get)
                .findFirst();
        return set.map(s -> Explanation.of(
                Cause.COLLATION_MISSING,
                "The collation " + collation.name() + " is one of the character set " + collation.charset()
                        + ", and the statement says " + bare(s),
                "Write " + collation.charset() + ", as here, or a collation that begins with " + bare(s) + ".",
                Fix.instead(situation.statement().with(s, collation.charset()))));
    }
}
