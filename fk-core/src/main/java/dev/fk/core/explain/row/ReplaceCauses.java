package dev.fk.core.explain.row;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.situation.Situation.Owned;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.stream.Collectors;

/** REPLACE of MySQL and MariaDB deletes the row that is there, to which others may refer (MariaDB 11.8.9 always, MySQL 9.7.4 at times). */
record ReplaceCauses(Situation situation) {
    List<Explanation> find() {
        Token verb = situation.tokens().get(0);
        return verb.is("REPLACE") && situation.reported().contains(Cause.ROWS_REFERENCED)
                ? situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> explanations(t, verb).stream())
                        .toList()
                : List.of();
    }

    private List<Explanation> explanations(Table table, Token verb) {
        List<Owned> keys = situation.referencing(table.name());
        return keys.isEmpty()
                ? List.of()
                : List.of(Explanation.of(
                        Cause.ROWS_REFERENCED,
                        "REPLACE deletes the row of " + table.name()
                                + " that is there and inserts another, but rows of " + Situation.list(keys)
                                + " refer to it",
                        "Write INSERT … ON DUPLICATE KEY UPDATE, which changes the row that is there.",
                        instead(table, verb)));
    }

    private Fix instead(Table table, Token verb) {
        List<String> given = situation.columns(table, situation.behindTable().names());
        List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
        String values = given.stream()
                .filter(c -> !key.contains(c))
                .map(situation.diagnosis()::quote)
                .map(c -> c + " = VALUES(" + c + ")")
                .collect(Collectors.joining(", "));
        boolean alone = situation.tokens().stream().noneMatch(t -> t.is("SELECT") || t.is("RETURNING"));
        boolean moves = situation.referencing(table.name()).stream()
                .flatMap(o -> o.key().referencedColumns().stream())
                .anyMatch(c -> given.contains(c) && !key.contains(c));
        return values.isEmpty() || moves || !alone
                ? Fix.none()
                : Fix.instead(situation.statement().with(verb, "INSERT") + " ON DUPLICATE KEY UPDATE " + values);
    }
}
