package dev.fk.core.explain.definition;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is wrong with the columns that a new check names. */
record CheckCauses(Situation situation) {
    List<Explanation> find() {
        Optional<Table> table = new Subject(situation).table();
        return table.stream()
                .flatMap(t -> situation
                        .statement()
                        .clauses(Clause.CheckDefinition.class)
                        .flatMap(c -> Stream.concat(missing(t, c), ofOthers(t, c))))
                .toList();
    }

    private List<Token> names(Clause.CheckDefinition check) {
        int start = check.expression().start();
        List<Token> tokens = situation.tokens();
        return tokens.stream()
                .filter(t -> t.start() >= start && t.end() <= check.expression().end() && t.isName())
                .toList();
    }

    /** Which of the words is taken for a column, the server says. */
    private Stream<Explanation> missing(Table table, Clause.CheckDefinition check) {
        if (!situation.reported().contains(Cause.COLUMN_MISSING)) {
            return Stream.of();
        }
        return names(check).stream()
                .filter(w -> table.column(situation.column(table, w)).isEmpty())
                .filter(w -> situation.says(w.text()))
                .map(w -> situation.replaced(
                        Cause.COLUMN_MISSING,
                        "The check names " + w.text() + ", and there is no column " + table.name() + "." + w.text(),
                        w,
                        Meant.near(w, table.columnNames()),
                        "columns of " + table.name() + ": " + String.join(", ", table.columnNames())));
    }

    /** MySQL 9.7.4 (3813): what stands behind a column is about this one alone. */
    private Stream<Explanation> ofOthers(Table table, Clause.CheckDefinition check) {
        if (!situation.reported().contains(Cause.TABLE_NOT_POSSIBLE)
                || check.column().isEmpty()) {
            return Stream.of();
        }
        String own = check.column().map(Token::text).orElse("");
        List<String> others = names(check).stream()
                .map(w -> situation.column(table, w))
                .filter(n -> !n.equalsIgnoreCase(own) && table.column(n).isPresent())
                .distinct()
                .toList();
        String joint = situation.statement().kind() == Statement.Kind.ALTER_TABLE ? ", ADD " : ", ";
        Optional<Fix> apart = check.behind()
                .map(s -> Fix.instead(situation
                        .statement()
                        .with(
                                new Clause.Span(s.start() - 1, s.end()),
                                joint + situation.statement().text(s))));
        return others.isEmpty()
                ? Stream.of()
                : Stream.of(Explanation.of(
                        Cause.TABLE_NOT_POSSIBLE,
                        "The check behind " + table.name() + "." + own + " names " + String.join(", ", others)
                                + " too, and on " + situation.server()
                                + " what stands behind a column is about that column alone",
                        "Make it a check of the table.",
                        apart.orElse(Fix.none())));
    }
}
