package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** MySQL (1101) takes a default for what it stores apart only as an expression: {@code DEFAULT ('a')}. */
record DefaultCauses(Situation situation) {
    private static final int NO_DEFAULT_HERE = 1101;

    List<Explanation> find() {
        return situation.reported().contains(Cause.TABLE_NOT_POSSIBLE)
                        && situation.error().code() == NO_DEFAULT_HERE
                ? situation
                        .statement()
                        .clauses(Clause.ColumnDefinition.class)
                        .filter(d -> situation.says(d.name().text()))
                        .flatMap(d -> literal(d).map(l -> explanation(d, l)).stream())
                        .toList()
                : List.of();
    }

    /** What stands behind the word DEFAULT of this column. */
    private Optional<Token> literal(Clause.ColumnDefinition definition) {
        List<Token> words = situation.tokens();
        return definition.literal().flatMap(l -> IntStream.range(1, words.size())
                .filter(i -> words.get(i).start() > definition.name().end()
                        && words.get(i - 1).is("DEFAULT")
                        && words.get(i).written().equals(l))
                .mapToObj(words::get)
                .findFirst());
    }

    private Explanation explanation(Clause.ColumnDefinition definition, Token literal) {
        return Explanation.of(
                Cause.TABLE_NOT_POSSIBLE,
                definition.name().text() + " is stored apart from its row, and " + situation.server()
                        + " gives such a column no literal as its default",
                "Write the default as an expression, in parentheses.",
                Fix.instead(situation.statement().with(literal, "(" + literal.written() + ")")));
    }
}
