package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.script.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a statement itself says twice, where once is all there can be. */
record RepeatedCauses(Situation situation) {
    List<Explanation> find() {
        Statement statement = situation.statement();
        List<Explanation> found = new ArrayList<>();
        String table = statement.table().map(t -> situation.name(t).toString()).orElse("");
        repeated(statement
                        .clauses(Clause.ColumnDefinition.class)
                        .filter(d -> d.old().isEmpty())
                        .map(Clause.ColumnDefinition::name))
                .forEach(c -> found.add(twice("The statement gives " + table + " the column " + c + " twice")));
        statement.clauses(Clause.Key.class).forEach(k -> repeated(k.columns().stream())
                .forEach(c -> found.add(twice("A key or index of " + table + " names the column " + c + " twice"))));
        statement
                .clauses(Clause.References.class)
                .flatMap(r -> Stream.of(r.columns(), r.referenced()))
                .forEach(side -> repeated(side.stream())
                        .forEach(c -> found.add(twice(
                                "The foreign key of " + table + " names the column " + c + " twice on one side"))));
        repeated(statement.clauses(Clause.Key.class).flatMap(k -> k.name().stream()))
                .forEach(n ->
                        found.add(twice("The statement gives two keys or indexes of " + table + " the name " + n)));
        if (statement.kind() == Statement.Kind.INSERT
                && situation.behindTable().peek().isSign("(")) {
            repeated(situation.behindTable().names().stream())
                    .forEach(c ->
                            found.add(twice("The statement gives the column " + c + " of " + table + " two values")));
        }
        List<String> primary = Stream.concat(
                        statement
                                .clauses(Clause.ColumnDefinition.class)
                                .filter(Clause.ColumnDefinition::key)
                                .map(d -> d.name().text()),
                        statement
                                .clauses(Clause.Key.class)
                                .filter(Clause.Key::primary)
                                .map(k -> k.columns().stream().map(Token::text).collect(Collectors.joining(", "))))
                .map(columns -> "(" + columns + ")")
                .toList();
        if (primary.size() > 1) {
            found.add(Explanation.of(
                    Cause.SECOND_PRIMARY_KEY,
                    "The statement gives " + table + " " + primary.size() + " primary keys, "
                            + String.join(" and ", primary) + ", and no table has two",
                    "Write one PRIMARY KEY behind the columns, over all of them; or make the others unique.",
                    Fix.none()));
        }
        return found;
    }

    private static Explanation twice(String fact) {
        return Explanation.of(Cause.NAME_TAKEN, fact, "Leave one of them out, or name another.", Fix.none());
    }

    private List<String> repeated(Stream<Token> words) {
        boolean exact = !situation.diagnosis().lexis().columnsIgnoreCase();
        Map<String, List<Token>> byName = words.collect(Collectors.groupingBy(
                w -> exact ? w.text() : w.text().toLowerCase(Locale.ROOT), LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream()
                .filter(same -> same.size() > 1)
                .map(same -> same.get(0).text())
                .toList();
    }
}
