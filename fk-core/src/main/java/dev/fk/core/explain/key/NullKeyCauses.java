package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.RowSql;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** MySQL (1171): a column that the statement lets be NULL and that is in the primary key. */
record NullKeyCauses(Situation situation) {
    private static final int NULL_IN_KEY = 1171;

    List<Explanation> find() {
        Optional<Table> table =
                situation.error().code() == NULL_IN_KEY ? new Subject(situation).table() : Optional.empty();
        return table.stream()
                .flatMap(t -> situation
                        .statement()
                        .clauses(Clause.ColumnDefinition.class)
                        .filter(d -> isInKey(t, d))
                        .flatMap(d -> saysNull(d).map(word -> explanation(t, d, word)).stream()))
                .toList();
    }

    private boolean isInKey(Table table, Clause.ColumnDefinition definition) {
        return table.primaryKey()
                .filter(k -> k.columns().contains(situation.column(table, definition.name())))
                .isPresent();
    }

    /** The word NULL of the definition that is none of NOT NULL, of a default or of an action. */
    private Optional<Token> saysNull(Clause.ColumnDefinition definition) {
        List<Token> words = situation.tokens().stream()
                .filter(t -> t.start() > definition.name().start())
                .toList();
        int end = IntStream.range(0, words.size())
                .filter(i -> words.get(i).isSign(",") || words.get(i).isSign(")"))
                .findFirst()
                .orElse(words.size());
        return IntStream.range(1, end)
                .filter(i -> words.get(i).is("NULL")
                        && !words.get(i - 1).is("NOT")
                        && !words.get(i - 1).is("DEFAULT")
                        && !words.get(i - 1).is("SET"))
                .mapToObj(words::get)
                .findFirst();
    }

    private Explanation explanation(Table table, Clause.ColumnDefinition definition, Token word) {
        String column = situation.column(table, definition.name());
        Optional<Table> there = situation.table(situation.statement().table().orElseThrow());
        boolean empty = there.filter(t -> t.column(column).isPresent())
                .filter(t ->
                        new RowSql(situation).number(t, situation.diagnosis().quote(column) + " IS NULL") > 0)
                .isPresent();
        return Explanation.of(
                Cause.TABLE_NOT_POSSIBLE,
                table.name() + "." + column
                        + " is in the primary key, and the statement says NULL of it, which no primary key" + " of "
                        + situation.server() + " has",
                empty
                        ? "Give the rows with NULL in it a value first, and write NOT NULL; or make the key UNIQUE."
                        : "Write NOT NULL; or make the key UNIQUE, which has NULL as often as you like.",
                empty ? Fix.none() : Fix.instead(situation.statement().with(word, "NOT NULL")));
    }
}
