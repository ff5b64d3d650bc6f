package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** MySQL (1093): a statement that changes a table and reads it in a subquery. */
record ReadAndWritten(Situation situation) {
    private static final int READ_AND_WRITTEN = 1093;
    private static final Set<String> NO_ALIAS = Set.of(
            "WHERE",
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "JOIN",
            "LEFT",
            "RIGHT",
            "INNER",
            "CROSS",
            "ON",
            "UNION",
            "FOR",
            "NATURAL",
            "STRAIGHT_JOIN",
            "USE",
            "FORCE",
            "IGNORE");

    List<Explanation> find() {
        return situation.error().code() == READ_AND_WRITTEN
                ? situation.statement().table().flatMap(situation::table).stream()
                        .map(this::explanation)
                        .toList()
                : List.of();
    }

    private Explanation explanation(Table table) {
        // A row that is there twice would count once; with a primary key there is none.
        Fix fix = table.primaryKey().isPresent() ? readFirst(table) : Fix.none();
        return Explanation.of(
                Cause.NOT_SUPPORTED,
                "The statement changes " + table.name() + " and reads it in a subquery, which " + situation.server()
                        + " does not do at once",
                "Let a subquery of its own read the rows first.",
                fix);
    }

    private Fix readFirst(Table table) {
        String sql = situation.statement().sql();
        List<Token> words = situation.tokens(sql);
        int own = situation.statement().tables().get(0).end();
        List<Integer> places = IntStream.range(1, words.size() - 1)
                .filter(i -> words.get(i).start() >= own
                        && (words.get(i - 1).is("FROM") || words.get(i - 1).is("JOIN")))
                .filter(i -> words.get(i).isName()
                        && words.get(i).text().equals(table.name().name())
                        && !words.get(i + 1).isSign("."))
                .boxed()
                .toList();
        for (int p = places.size() - 1; p >= 0; p--) {
            Token word = words.get(places.get(p));
            Token next = words.get(places.get(p) + 1);
            boolean alias = next.is("AS") || (next.isName() && !NO_ALIAS.contains(next.keyword()));
            String rest = sql.substring(word.start() + word.written().length());
            sql = sql.substring(0, word.start()) + "(SELECT DISTINCT * FROM " + word.written() + ")"
                    + (alias ? "" : " AS " + word.written()) + rest;
        }
        return Optional.of(Fix.instead(sql)).filter(f -> !places.isEmpty()).orElse(Fix.none());
    }
}
