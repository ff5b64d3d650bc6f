package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.script.Token;
import java.util.List;

/** An engine that MySQL or MariaDB does not have (1286). */
record EngineCauses(Situation situation) {
    private static final int NO_ENGINE = 1286;

    List<Explanation> find() {
        return situation.error().code() == NO_ENGINE
                ? situation
                        .statement()
                        .clauses(Clause.TableOption.class)
                        .filter(o -> o.option().equals("engine"))
                        .map(this::missing)
                        .toList()
                : List.of();
    }

    private Explanation missing(Clause.TableOption option) {
        List<String> engines = situation.diagnosis().engines().stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(row -> row.get(0))
                .sorted()
                .toList();
        String name = situation.statement().text(option.value()).strip();
        Token word = new Token(
                Token.Kind.WORD,
                name,
                name,
                option.value().start(),
                option.value().end());
        return situation.replaced(
                Cause.ENGINE,
                situation.server() + " has no engine " + name,
                word,
                Meant.near(word, engines),
                "engines: " + String.join(", ", engines));
    }
}
