package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The functions that a statement calls and that there are none of: of an extension, another server, misspelt. */
record FunctionCauses(Situation situation) {
    private static final int SHOWN = 4;
    private static final int NO_FUNCTION = 1305;

    /** @param whole up to its parentheses, if they are empty */
    private record Call(Token name, Optional<Clause.Span> whole) {}

    /** One that there is: where, its name, whether it is found without its schema, what it takes. */
    private record Known(String schema, String name, boolean visible, String takes) {
        static Known of(List<String> row) {
            return new Known(row.get(0), row.get(1), row.get(2).equals("t"), row.get(3));
        }
    }

    List<Explanation> find() {
        return situation.reported().contains(Cause.FUNCTION_MISSING)
                ? calls().filter(this::isSaid)
                        .flatMap(c -> explanation(c).stream())
                        .limit(1)
                        .toList()
                : List.of();
    }

    private Stream<Call> calls() {
        List<Token> words = situation.tokens();
        return IntStream.range(0, words.size() - 1)
                .filter(i -> words.get(i).isName() && words.get(i + 1).isSign("("))
                .mapToObj(i -> new Call(
                        words.get(i),
                        Optional.of(words.get(Math.min(i + 2, words.size() - 1)))
                                .filter(t -> t.isSign(")"))
                                .map(t -> new Clause.Span(words.get(i).start(), t.end()))));
    }

    /** Without quotes, and behind it the types of what it was to take. */
    private boolean isSaid(Call call) {
        String name = Pattern.quote(call.name().text());
        boolean numbered = situation.error().code() > 0;
        return situation.isQuotedFrom(call.name().start())
                || Pattern.compile("(?<![\\p{L}\\p{N}_])" + name + (numbered ? "(?![\\p{L}\\p{N}_])" : "\\("))
                        .matcher(situation.error().message())
                        .find();
    }

    private Optional<Explanation> explanation(Call call) {
        String name = call.name().text();
        List<Known> known = situation.diagnosis().functions().stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(Known::of)
                .toList();
        List<Known> same = known.stream().filter(k -> k.name().equals(name)).toList();
        if (!same.isEmpty()) {
            return Optional.of(same.stream().anyMatch(Known::visible) ? taking(name, same) : elsewhere(call, same));
        }
        Optional<Explanation> other =
                situation.diagnosis().functionOfOthers(name).map(here -> other(call, here));
        return other.or(() -> situation
                        .diagnosis()
                        .extensionOf(name)
                        .map(e -> TypeCauses.extended(situation, "The function " + name, e)))
                .or(() -> isMissing() ? Optional.of(misspelt(call.name(), known)) : Optional.empty());
    }

    /** MySQL and MariaDB have other numbers for one that is only not allowed where it stands. */
    private boolean isMissing() {
        return situation.error().code() == 0 || situation.error().code() == NO_FUNCTION;
    }

    private Explanation other(Call call, String here) {
        Optional<String> extension =
                situation.diagnosis().extensionOf(call.name().text());
        boolean name = !here.endsWith(")") && here.equals(here.toLowerCase(Locale.ROOT));
        Optional<String> sql = name
                ? Optional.of(situation.statement().with(call.name(), here))
                : call.whole().map(w -> situation.statement().with(w, here));
        return Explanation.of(
                Cause.FUNCTION_MISSING,
                extension
                        .map(e -> "The function " + call.name().text() + " comes with the extension " + e + ", and "
                                + here + " gives the same without it")
                        .orElse(situation.server() + " has no function "
                                + call.name().text() + "; here it is " + here),
                "Write what it is called here.",
                sql.map(Fix::instead).orElse(Fix.none()));
    }

    private Explanation taking(String name, List<Known> same) {
        return Explanation.of(
                        Cause.FUNCTION_MISSING,
                        "There is a function " + name + ", but none that takes what the statement gives it",
                        "Cast the values to a type that it takes.",
                        Fix.none())
                .seen(same.stream()
                        .filter(Known::visible)
                        .limit(SHOWN)
                        .map(k -> name + "(" + k.takes() + ")")
                        .toList());
    }

    private Explanation elsewhere(Call call, List<Known> same) {
        List<String> schemas = same.stream().map(Known::schema).distinct().toList();
        String name = call.name().text();
        return Explanation.of(
                Cause.FUNCTION_MISSING,
                "There is no function " + name + " where the statement looks, but there is "
                        + String.join(
                                ", ", schemas.stream().map(s -> s + "." + name).toList()),
                "Write the schema before the name, or let the search_path lead there.",
                schemas.size() == 1
                        ? Fix.instead(situation
                                .statement()
                                .with(
                                        call.name(),
                                        situation.diagnosis().quote(schemas.get(0)) + "."
                                                + situation.diagnosis().quote(name)))
                        : Fix.none());
    }

    private Explanation misspelt(Token word, List<Known> known) {
        List<String> names =
                known.stream().filter(Known::visible).map(Known::name).toList();
        return situation.replaced(
                Cause.FUNCTION_MISSING, "There is no function " + word.text(), word, Meant.near(word, names), "");
    }
}
