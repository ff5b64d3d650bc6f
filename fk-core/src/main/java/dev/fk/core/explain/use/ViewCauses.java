package dev.fk.core.explain.use;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The views that need what should go or change. */
record ViewCauses(Situation situation) {
    /** A view, those that use others first. */
    record View(String name, Sql drop, Sql create) {
        static View of(List<String> row) {
            return new View(row.get(0), new Sql(row.get(1)), new Sql(row.get(2)));
        }
    }

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.USED_BY_VIEW)) {
            return List.of();
        }
        return switch (situation.statement().kind()) {
            case DROP_TABLE, DROP_VIEW -> going();
            case ALTER_TABLE ->
                situation.statement().table().flatMap(situation::table).stream()
                        .flatMap(t -> columns(t).stream())
                        .toList();
            case CREATE_VIEW -> new ReplacedView(situation).find();
            case TRUNCATE,
                    DROP_INDEX,
                    DROP_TYPE,
                    DROP_SEQUENCE,
                    DROP_SCHEMA,
                    DROP_FUNCTION,
                    DROP_EXTENSION,
                    RENAME,
                    CREATE_TABLE,
                    CREATE_INDEX,
                    CREATE_TYPE,
                    CREATE_SCHEMA,
                    INSERT,
                    UPDATE,
                    DELETE -> List.of();
        };
    }

    List<View> views(QualifiedName table, Optional<String> column) {
        return situation.diagnosis().viewsOn(table, column).stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(View::of)
                .toList();
    }

    /** Views that the same statement drops are in nobody's way. */
    private List<Explanation> going() {
        List<QualifiedName> names =
                situation.statement().tables().stream().map(situation::name).toList();
        Set<String> texts = names.stream().map(QualifiedName::toString).collect(Collectors.toSet());
        List<Explanation> found = new ArrayList<>();
        for (QualifiedName name : names) {
            List<View> views = views(name, Optional.empty()).stream()
                    .filter(v -> !texts.contains(v.name().replace("\"", "")))
                    .toList();
            gone(name.toString(), views).ifPresent(found::add);
        }
        return found;
    }

    private List<Explanation> columns(Table table) {
        List<Explanation> found = new ArrayList<>();
        situation.droppedColumns(table).forEach(c -> gone(table.name() + "." + c, views(table.name(), Optional.of(c)))
                .ifPresent(found::add));
        situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .flatMap(d -> d.old().stream())
                .flatMap(o -> table.column(situation.column(table, o)).stream())
                .forEach(c -> retyped(table, c).ifPresent(found::add));
        return found;
    }

    private static Optional<Explanation> gone(String what, List<View> views) {
        return views.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        Cause.USED_BY_VIEW,
                        what + " is used by " + list(views),
                        "Drop " + these(views) + " first, or create " + (views.size() == 1 ? "it" : "them")
                                + " anew without.",
                        Fix.before(views.stream().map(View::drop).toList())));
    }

    private Optional<Explanation> retyped(Table table, Column column) {
        List<View> views = views(table.name(), Optional.of(column.name()));
        List<Sql> creates = new ArrayList<>(views.stream().map(View::create).toList());
        Collections.reverse(creates);
        return views.isEmpty()
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        Cause.USED_BY_VIEW,
                        table.name() + "." + column.name() + " is used by " + list(views)
                                + ", and the type of a column does not change under a view",
                        "Change it while " + these(views) + " " + (views.size() == 1 ? "is" : "are")
                                + " not there; what was granted on a view has to be granted again.",
                        Fix.around(views.stream().map(View::drop).toList(), creates)));
    }

    private static String these(List<View> views) {
        return views.size() == 1 ? "this view" : "these views";
    }

    private static String list(List<View> views) {
        return (views.size() == 1 ? "view " : "views ")
                + views.stream().map(View::name).collect(Collectors.joining(", "));
    }
}
