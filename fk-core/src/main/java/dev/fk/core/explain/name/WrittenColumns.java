package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The columns that INSERT, UPDATE and DELETE name, or ALTER TABLE behind AFTER, and that their table does not have. */
record WrittenColumns(Situation situation) {
    /** With these a name may be that of another table's column. */
    private static final Set<String> OTHER_TABLES = Set.of("SELECT", "FROM", "JOIN", "USING", "WITH");

    List<Explanation> find() {
        Statement statement = situation.statement();
        boolean alters = statement.kind() == Statement.Kind.ALTER_TABLE;
        return (statement.changesRows() || alters) && situation.reported().contains(Cause.COLUMN_MISSING)
                ? statement.table().flatMap(situation::table).stream()
                        .flatMap(this::missing)
                        .toList()
                : List.of();
    }

    /** MariaDB says with a reserved word where the name stands: {@code in 'SET'}. */
    private boolean isReserved(Token word) {
        return word.kind() == Token.Kind.WORD
                && situation.dialect().names(situation.server()).isReserved(word.written());
    }

    private Stream<Explanation> missing(Table table) {
        int start = situation.statement().tables().get(0).end();
        List<Token> words =
                situation.tokens().stream().filter(t -> t.start() >= start).toList();
        if (situation.statement().kind() == Statement.Kind.ALTER_TABLE) {
            Table after = new Subject(situation).table().orElse(table);
            return IntStream.range(1, words.size())
                    .filter(i -> words.get(i - 1).is("AFTER") && words.get(i).isName())
                    .mapToObj(words::get)
                    .filter(w -> after.column(situation.column(after, w)).isEmpty())
                    .map(w -> explanation(after, w));
        }
        return words.stream().anyMatch(w -> OTHER_TABLES.contains(w.keyword()))
                ? Stream.of()
                : words.stream()
                        .filter(w -> w.isName()
                                && !isReserved(w)
                                && table.column(situation.column(table, w)).isEmpty()
                                && situation.says(w.text()))
                        .limit(1)
                        .map(w -> explanation(table, w));
    }

    private Explanation explanation(Table table, Token word) {
        return situation.replaced(
                Cause.COLUMN_MISSING,
                "There is no column " + table.name() + "." + word.text(),
                word,
                Meant.near(word, table.columnNames()),
                "columns of " + table.name() + ": " + String.join(", ", table.columnNames()));
    }
}
