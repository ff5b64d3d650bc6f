package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The names of a statement that are reserved words, where the server stumbled over one of them. */
record ReservedWordCauses(Situation situation) {
    List<Explanation> find() {
        if (!situation.reported().contains(Cause.RESERVED_WORD)) {
            return List.of();
        }
        List<Token> words = names().filter(
                        t -> t.kind() == Token.Kind.WORD && (isReserved(t.written()) || isReserved(t.text())))
                .distinct()
                .sorted(Comparator.comparingInt(Token::start))
                .toList();
        return words.stream().anyMatch(situation::stoppedAt) ? List.of(explanation(words)) : List.of();
    }

    private boolean isReserved(String word) {
        return situation.dialect().names(situation.server()).isReserved(word);
    }

    /** In quotes case counts: of a table that is there, as it is there. */
    private String meant(Token word) {
        List<String> tables =
                situation.statement().tables().stream().map(TableWord::name).anyMatch(word::equals)
                        ? situation.schema().tables().keySet().stream()
                                .map(QualifiedName::name)
                                .filter(word.text()::equalsIgnoreCase)
                                .toList()
                        : List.of();
        return tables.size() == 1 ? tables.get(0) : word.text();
    }

    private Stream<Token> names() {
        Statement statement = situation.statement();
        return Stream.of(
                        statement.tables().stream().map(TableWord::name),
                        statement.clauses(Clause.ColumnDefinition.class).map(Clause.ColumnDefinition::name),
                        statement.clauses(Clause.Key.class).flatMap(k -> k.columns().stream()),
                        statement
                                .clauses(Clause.References.class)
                                .flatMap(r -> Stream.concat(
                                        Stream.of(r.parent().name()),
                                        Stream.concat(r.columns().stream(), r.referenced().stream()))))
                .flatMap(s -> s);
    }

    private Explanation explanation(List<Token> words) {
        String sql = situation.statement().sql();
        for (int i = words.size() - 1; i >= 0; i--) {
            Token word = words.get(i);
            sql = sql.substring(0, word.start()) + situation.diagnosis().quote(meant(word)) + sql.substring(word.end());
        }
        String names =
                String.join(", ", words.stream().map(Token::written).distinct().toList());
        boolean one = words.stream().map(Token::written).distinct().count() == 1;
        return Explanation.of(
                Cause.RESERVED_WORD,
                names + (one ? " is a reserved word" : " are reserved words") + " of " + situation.server()
                        + ", and no name without quotes",
                "Quote " + (one ? "it" : "them") + " wherever "
                        + (one ? "it is written" : "they are written") + ", or choose "
                        + (one ? "another name." : "other names."),
                Fix.instead(sql));
    }
}
