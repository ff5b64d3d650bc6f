package dev.fk.core.explain.key;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** MySQL and MariaDB (1089): a key over the beginning of a column that is no text, or no longer than that. */
record PrefixCauses(Situation situation) {
    private static final int WRONG_PREFIX = 1089;
    private static final Pattern PREFIX = Pattern.compile("^\\s*\\(\\s*(\\d+)\\s*\\)");

    List<Explanation> find() {
        Optional<Table> table =
                situation.error().code() == WRONG_PREFIX ? new Subject(situation).table() : Optional.empty();
        return table.stream()
                .flatMap(t -> situation.statement().clauses(Clause.Key.class).flatMap(k -> k.columns().stream()
                        .flatMap(word -> wrong(t, word))))
                .toList();
    }

    private Stream<Explanation> wrong(Table table, Token word) {
        Optional<Column> column = table.column(situation.column(table, word));
        Optional<MatchResult> prefix = PREFIX.matcher(
                        situation.statement().sql().substring(word.end()))
                .results()
                .findFirst();
        if (column.isEmpty() || prefix.isEmpty()) {
            return Stream.of();
        }
        int length = Integer.parseInt(prefix.get().group(1));
        DataType type = column.get().type();
        boolean text = type.isText()
                || type instanceof DataType.Varbinary
                || type instanceof DataType.Binary
                || type instanceof DataType.Blob;
        Optional<Integer> whole =
                type instanceof DataType.Varchar v && v.length().isPresent()
                        ? Optional.of(v.length().getAsInt())
                        : type instanceof DataType.Char c ? Optional.of(c.length()) : Optional.empty();
        if (text && whole.filter(w -> length > w).isEmpty()) {
            return Stream.of();
        }
        return Stream.of(Explanation.of(
                Cause.TABLE_NOT_POSSIBLE,
                "A key of " + table.name() + " is over the first " + length + " of "
                        + column.get().name() + ", which is " + type.describe()
                        + (text ? " and not as long" : " and has no beginning"),
                "Index the whole column.",
                Fix.instead(situation
                        .statement()
                        .with(
                                new Clause.Span(
                                        word.end(), word.end() + prefix.get().end()),
                                ""))));
    }
}
