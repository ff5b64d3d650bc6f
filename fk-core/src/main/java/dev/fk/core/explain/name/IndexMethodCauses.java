package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Subject;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Indexes and exclusion constraints of PostgreSQL over plain types by a method that has such by an extension only. */
record IndexMethodCauses(Situation situation) {
    private static final List<String> METHODS = List.of("gist", "gin");

    /** Where PostgreSQL 15 and 18 look for what compares values in an index. */
    private static final String FILE = "indexcmds.c";

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.EXTENSION_MISSING)
                || !situation.error().fields().file().equals(FILE)) {
            return List.of();
        }
        List<Column> unordered = new Subject(situation)
                .table().stream()
                        .flatMap(t -> t.columns().stream())
                        .filter(c -> c.type() instanceof DataType.Json json && !json.binary() && isIndexed(c))
                        .toList();
        Optional<Token> operators = operators();
        if (operators.isPresent()) {
            return operators.flatMap(this::ofOperators).stream().toList();
        }
        return unordered.isEmpty()
                ? METHODS.stream()
                        .filter(m -> situation.says(m) && uses(m))
                        .flatMap(this::explanation)
                        .toList()
                : unordered.stream().map(this::unordered).toList();
    }

    /** A class of operators that the statement names, which the server says beside the method. */
    private Optional<Token> operators() {
        return situation.tokens().stream()
                .filter(t -> t.isName() && t.text().endsWith("_ops") && situation.says(t.text()))
                .findFirst();
    }

    private Optional<Explanation> ofOperators(Token word) {
        return situation
                .diagnosis()
                .extensionOf(word.text())
                .map(e -> TypeCauses.extended(situation, "The class of operators " + word.text(), e));
    }

    private boolean isIndexed(Column column) {
        return situation
                        .statement()
                        .clauses(Clause.Key.class)
                        .flatMap(k -> k.columns().stream())
                        .anyMatch(w -> w.text().equals(column.name()))
                || situation
                        .statement()
                        .clauses(Clause.ColumnDefinition.class)
                        .anyMatch(
                                d -> (d.key() || d.unique()) && d.name().text().equals(column.name()));
    }

    private Explanation unordered(Column column) {
        Optional<Clause.Span> type = situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .filter(d -> d.name().text().equals(column.name()))
                .flatMap(d -> d.type().stream())
                .findFirst();
        return Explanation.of(
                Cause.TYPE_MISSING,
                column.name() + " is JSON as a text, of which no two are compared, so that no index or key is over it",
                "Make it jsonb.",
                type.map(t -> Fix.instead(situation.statement().with(t, "jsonb")))
                        .orElse(Fix.none()));
    }

    private boolean uses(String method) {
        return situation.tokens().stream().anyMatch(t -> t.is(method));
    }

    private Stream<Explanation> explanation(String method) {
        return situation
                .diagnosis()
                .extensionOf(method)
                .map(e -> TypeCauses.extended(
                        situation, "An index by " + method + " over numbers, texts, dates and the like", e))
                .stream();
    }
}
