package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A way of altering a table that a statement demands and MySQL or MariaDB does not have for that change (1845, 1846). */
record AlgorithmCauses(Situation situation) {
    private static final Set<Integer> NOT_IN_THIS_WAY = Set.of(1845, 1846);

    /** @param text as it is written, without the comma that goes with it */
    private record Demand(int start, int end, String text) {}

    List<Explanation> find() {
        if (!NOT_IN_THIS_WAY.contains(situation.error().code())) {
            return List.of();
        }
        String sql = situation.statement().sql();
        List<String> texts = new ArrayList<>();
        for (Optional<Demand> next = first(sql); next.isPresent(); next = first(sql)) {
            Demand demand = next.get();
            texts.add(demand.text());
            sql = (sql.substring(0, demand.start()).stripTrailing() + " "
                            + sql.substring(demand.end()).stripLeading())
                    .strip();
        }
        return texts.isEmpty()
                ? List.of()
                : List.of(Explanation.of(
                                Cause.NOT_SUPPORTED,
                                "The statement demands " + String.join(" and ", texts) + ", and " + situation.server()
                                        + " does not make this change in that way",
                                "Leave the demand out: the server takes the gentlest way that it has, which may copy the"
                                        + " table and keep others from writing meanwhile.",
                                Fix.instead(sql))
                        .seen(List.of(situation.error().message())));
    }

    /** With the comma before, or the one behind where it comes first. */
    private Optional<Demand> first(String sql) {
        List<Token> words = situation.tokens(sql);
        return IntStream.range(1, words.size() - 2)
                .filter(i -> words.get(i).is("ALGORITHM") || words.get(i).is("LOCK"))
                .filter(i -> words.get(i + 1).isSign("=") || words.get(i + 1).kind() == Token.Kind.WORD)
                .mapToObj(i -> {
                    int last = words.get(i + 1).isSign("=") ? i + 2 : i + 1;
                    boolean before = words.get(i - 1).isSign(",");
                    boolean behind = !before && words.get(last + 1).isSign(",");
                    return new Demand(
                            words.get(before ? i - 1 : i).start(),
                            words.get(behind ? last + 1 : last).end(),
                            sql.substring(words.get(i).start(), words.get(last).end())
                                    .strip());
                })
                .findFirst();
    }
}
