package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Relation;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A view of PostgreSQL that is there and should get other columns: a replacement only adds some at the end. */
record ReplacedView(Situation situation) {
    private static final String REFUSED = "42P16";

    List<Explanation> find() {
        Optional<QualifiedName> view = situation.error().state().equals(REFUSED)
                ? situation.statement().table().map(situation::name)
                : Optional.empty();
        return view
                .filter(v -> situation
                        .look()
                        .relation(v)
                        .filter(r -> r.kind() == Relation.Kind.VIEW)
                        .isPresent())
                .map(this::explanation)
                .stream()
                .toList();
    }

    private Explanation explanation(QualifiedName view) {
        String name = situation.diagnosis().quote(view);
        List<ViewCauses.View> users = new ViewCauses(situation).views(view, Optional.empty());
        return Explanation.of(
                        Cause.USED_BY_VIEW,
                        view
                                + " is there with other columns: a view that is replaced keeps those it has, by name, type and"
                                + " order, and may get others behind them",
                        users.isEmpty()
                                ? "Drop it first, as here; what was granted on it has to be granted again. Or keep the columns"
                                        + " it has."
                                : "Keep the columns that it has; or drop it with the views that use it, and create all of"
                                        + " them anew.",
                        users.isEmpty() ? Fix.before(List.of(new Sql("DROP VIEW " + name))) : Fix.none())
                .seen(
                        users.isEmpty()
                                ? List.of()
                                : List.of("used by "
                                        + users.stream()
                                                .map(ViewCauses.View::name)
                                                .collect(Collectors.joining(", "))));
    }
}
