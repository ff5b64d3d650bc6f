package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Statement;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.script.Token;
import java.util.List;
import java.util.Optional;

/** Views that should go and that are none, or of the other kind. */
record MissingViews(Situation situation) {
    List<Explanation> find() {
        return situation.statement().kind() == Statement.Kind.DROP_VIEW
                        && situation.reported().contains(Cause.TABLE_MISSING)
                ? situation.statement().tables().stream()
                        .flatMap(v -> about(v).stream())
                        .toList()
                : List.of();
    }

    private Optional<Token> materialized() {
        return situation.tokens().stream()
                .limit(2)
                .filter(t -> t.is("MATERIALIZED"))
                .findFirst();
    }

    private Optional<Explanation> about(TableWord word) {
        QualifiedName name = situation.name(word);
        Optional<Relation.Kind> kind = situation.look().relation(name).map(Relation::kind);
        if (kind.isEmpty()) {
            return Optional.of(missing(word, name));
        }
        Relation.Kind wanted = materialized().isPresent() ? Relation.Kind.MATERIALIZED_VIEW : Relation.Kind.VIEW;
        return kind.filter(k -> k != wanted).map(k -> ofOtherKind(name, k));
    }

    private Explanation ofOtherKind(QualifiedName name, Relation.Kind kind) {
        boolean plain = kind == Relation.Kind.VIEW;
        boolean view = plain || kind == Relation.Kind.MATERIALIZED_VIEW;
        boolean alone = situation.statement().tables().size() == 1;
        return Explanation.of(
                Cause.TABLE_MISSING,
                name + " is " + kind.text() + (view ? "" : " and no view"),
                view ? "Drop it as what it is." : "Drop it as what it is, if that is meant: its rows go with it.",
                view && alone
                        ? Fix.instead("DROP " + (plain ? "VIEW " : "MATERIALIZED VIEW ")
                                + situation.diagnosis().quote(name))
                        : Fix.none());
    }

    private Explanation missing(TableWord word, QualifiedName name) {
        String schema = name.schema().orElse(situation.server().defaultSchema());
        List<String> names = situation.look().rows(situation.diagnosis().views()).stream()
                .filter(row -> row.get(0).equals(schema))
                .map(row -> row.get(1))
                .toList();
        return situation
                .replaced(
                        Cause.TABLE_MISSING,
                        "There is no view " + name,
                        word.name(),
                        Meant.near(word.name(), names),
                        "views: " + (names.isEmpty() ? "none" : String.join(", ", names)))
                .withoutFix();
    }
}
