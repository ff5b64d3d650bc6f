package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.ForeignWord;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Words of other servers, where the server stumbled over them; names in the quotes of others as well. */
record ForeignWords(Situation situation) {
    private static final String QUOTES = "\"`";

    /** Where the words stand: from the first token to behind the last. */
    private record Place(ForeignWord word, List<Token> tokens) {}

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.NOT_SUPPORTED)
                || situation.diagnosis().foreignWords().isEmpty()) {
            return List.of();
        }
        List<Token> tokens = situation.tokens();
        Optional<Explanation> quoted = quoted(tokens);
        return quoted.isPresent()
                ? quoted.stream().toList()
                : situation.diagnosis().foreignWords().stream()
                        .flatMap(w -> IntStream.range(0, tokens.size()).boxed().flatMap(i -> at(w, tokens, i).stream()))
                        .filter(this::isWhereTheServerStopped)
                        .limit(1)
                        .map(this::explanation)
                        .toList();
    }

    private static Optional<Place> at(ForeignWord word, List<Token> tokens, int start) {
        int end = start;
        for (String wanted : word.words()) {
            if (wanted.equals(ForeignWord.REST)) {
                end = tokens.size() - 1;
            } else if (wanted.equals(ForeignWord.GROUP)) {
                end = behindGroup(tokens, end);
            } else if (end >= tokens.size() - 1
                    || !(wanted.equals(ForeignWord.ANY) || tokens.get(end).is(wanted))) {
                return Optional.empty();
            } else {
                end++;
            }
        }
        return Optional.of(new Place(word, tokens.subList(start, end)));
    }

    private static int behindGroup(List<Token> tokens, int start) {
        int depth = 0;
        int at = start;
        do {
            depth += tokens.get(at).isSign("(") ? 1 : tokens.get(at).isSign(")") ? -1 : 0;
            at++;
        } while (depth > 0 && at < tokens.size());
        return at;
    }

    private boolean isWhereTheServerStopped(Place place) {
        return place.tokens().stream().anyMatch(t -> situation.says(t.written()) || situation.isQuotedFrom(t.start()));
    }

    private Explanation explanation(Place place) {
        String words = String.join(
                        " ",
                        place.word().words().stream()
                                .map(w -> Character.isLetter(w.charAt(0)) ? w : ForeignWord.REST)
                                .toList())
                .replaceAll("( …)+$", "")
                .replaceAll("…( …)+", ForeignWord.REST);
        return Explanation.of(
                Cause.NOT_SUPPORTED,
                situation.server() + " has no " + words + " here: "
                        + place.word().fact(),
                place.word().remedy(),
                place.word().instead().map(i -> fix(place, i)).orElse(Fix.none()));
    }

    private Fix fix(Place place, String instead) {
        String sql = situation.statement().sql();
        List<String> words = place.word().words();
        String text = instead;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(ForeignWord.ANY)) {
                text = text.replace(ForeignWord.ANY, place.tokens().get(i).written());
            } else if (words.get(i).equals(ForeignWord.REST)) {
                text = text.replace(
                        ForeignWord.REST,
                        sql.substring(place.tokens().get(i).start()).strip());
            }
        }
        Token last = place.tokens().get(place.tokens().size() - 1);
        return Fix.instead(situation
                .statement()
                .with(new Clause.Span(place.tokens().get(0).start(), last.end()), text)
                .strip());
    }

    /** In a statement that writes names in the quotes of others, texts stand in single ones. */
    private Optional<Explanation> quoted(List<Token> tokens) {
        String sql = situation.statement().sql();
        String here = situation.diagnosis().quote("x").substring(0, 1);
        String other = QUOTES.replace(here, "");
        List<Token> names =
                tokens.stream().filter(t -> t.written().startsWith(other)).toList();
        boolean stopped =
                names.stream().anyMatch(t -> situation.says(t.written()) || situation.isQuotedFrom(t.start()));
        if (!stopped) {
            return Optional.empty();
        }
        StringBuilder mended = new StringBuilder(sql);
        for (Token name : names) {
            for (int i = name.start(); i < name.end(); i++) {
                mended.setCharAt(i, sql.charAt(i) == other.charAt(0) ? here.charAt(0) : sql.charAt(i));
            }
        }
        return Optional.of(Explanation.of(
                Cause.NOT_SUPPORTED,
                "The statement has names in " + other + ", and " + situation.server() + " has them in " + here,
                "Write the quotes of this server, or none.",
                Fix.instead(mended.toString())));
    }
}
