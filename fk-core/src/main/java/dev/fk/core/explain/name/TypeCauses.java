package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.Cursor;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The types of columns that there are none of: misspelt, of another schema, an extension's, another server's. */
record TypeCauses(Situation situation) {
    /** A type that PostgreSQL knows: where, how it is called, and whether it is found without its schema. */
    private record Known(String schema, String name, boolean visible) {
        static Known of(List<String> row) {
            return new Known(row.get(0), row.get(1), row.get(2).equals("t"));
        }
    }

    /** A type as a statement names it, with the place of the whole of it. */
    private record Written(TableWord word, Clause.Span whole) {}

    private static final Set<String> SIZED = Set.of("varchar", "numeric", "decimal", "datetime");

    List<Explanation> find() {
        if (!situation.reported().contains(Cause.TYPE_MISSING)) {
            return List.of();
        }
        List<Written> said = written().filter(this::isSaid).toList();
        if (said.isEmpty()) {
            return List.of();
        }
        List<Known> known = situation.diagnosis().types().stream()
                .flatMap(query -> situation.look().rows(query).stream())
                .map(Known::of)
                .toList();
        List<Explanation> others = said.stream().anyMatch(w -> situation
                        .diagnosis()
                        .typeOfOthers(w.word().name().text())
                        .isPresent())
                ? List.of(ofOtherServers())
                : List.of();
        return others.isEmpty()
                ? said.stream()
                        .limit(1)
                        .flatMap(w -> explanation(w, known).stream())
                        .toList()
                : others;
    }

    private Stream<Written> written() {
        return situation
                .statement()
                .clauses(Clause.ColumnDefinition.class)
                .flatMap(d -> d.type().stream())
                .filter(t -> situation.type(t) instanceof DataType.Other || isArray(t) || isOfOthers(t))
                .flatMap(t -> word(t).map(w -> new Written(w, t)).stream());
    }

    private boolean isOfOthers(Clause.Span type) {
        return word(type)
                .flatMap(w -> situation.diagnosis().typeOfOthers(w.name().text()))
                .isPresent();
    }

    private boolean isArray(Clause.Span type) {
        return situation.statement().text(type).contains("[");
    }

    /** Where it stands in the statement. */
    private Optional<TableWord> word(Clause.Span type) {
        return new Cursor(situation.tokens().stream()
                        .filter(t -> t.start() >= type.start())
                        .toList())
                .table();
    }

    private boolean isSaid(Written written) {
        String name = written.word().name().text();
        String full = written.word().schema().map(s -> s.text() + "." + name).orElse(name);
        return situation.says(full)
                || situation.says(full + "[]")
                || situation.isQuotedFrom(written.word().start());
    }

    private Optional<Explanation> explanation(Written written, List<Known> known) {
        String name = written.word().name().text();
        if (known.stream().anyMatch(k -> k.visible() && k.name().equalsIgnoreCase(name))) {
            return Optional.empty();
        }
        List<Known> elsewhere = known.stream()
                .filter(k -> k.name().equals(name) && !k.visible())
                .toList();
        if (!elsewhere.isEmpty()) {
            return Optional.of(elsewhere(written.word(), elsewhere));
        }
        Optional<String> extension = situation.diagnosis().extensionOf(name);
        return Optional.of(
                extension.isPresent()
                        ? extended(situation, "The type " + name, extension.get())
                        : misspelt(
                                written.word(),
                                known.stream().filter(Known::visible).toList()));
    }

    /** In quotes, only what the catalog has by this name is meant: {@code integer} it has by another. */
    private Explanation misspelt(TableWord word, List<Known> known) {
        List<String> names = known.stream().map(Known::name).toList();
        List<String> all = Stream.concat(names.stream(), situation.diagnosis().typesOfExtensions().stream())
                .distinct()
                .toList();
        Meant near = Meant.near(word.name(), all);
        Optional<String> extension =
                near.one().filter(n -> !names.contains(n)).flatMap(situation.diagnosis()::extensionOf);
        if (extension.isPresent()) {
            return nearOfExtension(word, near, extension.get());
        }
        boolean own = near.one().stream().allMatch(n -> known.stream()
                .anyMatch(k -> k.name().equals(n)
                        && (k.schema().isEmpty() || k.schema().equals("pg_catalog"))));
        Explanation missing = situation.replaced(
                Cause.TYPE_MISSING, "There is no type " + word.name().text(), word.name(), near, "");
        return own && near.one().isPresent()
                ? Explanation.of(
                        missing.cause(),
                        missing.fact(),
                        missing.remedy(),
                        Fix.instead(situation
                                .statement()
                                .with(word.name(), near.one().get())))
                : missing;
    }

    private Explanation nearOfExtension(TableWord word, Meant near, String extension) {
        Explanation extended = extended(situation, near.names().get(0), extension);
        Fix renamed = near.fix(situation, word.name());
        return Explanation.of(
                Cause.TYPE_MISSING,
                "There is no type " + word.name().text() + "; " + extended.fact(),
                "Write " + near.names().get(0) + ", if that is meant. " + extended.remedy(),
                extended.fix().isEmpty() ? Fix.none() : new Fix(extended.fix().before(), renamed.instead(), List.of()));
    }

    private Explanation elsewhere(TableWord word, List<Known> elsewhere) {
        List<String> names =
                elsewhere.stream().map(k -> k.schema() + "." + k.name()).toList();
        QualifiedName first =
                QualifiedName.of(elsewhere.get(0).schema(), elsewhere.get(0).name());
        return Explanation.of(
                Cause.TYPE_MISSING,
                "There is no type " + word.name().text() + " where the statement looks, but there is "
                        + String.join(", ", names),
                "Write the schema before the name, or let the search_path lead there.",
                names.size() > 1
                        ? Fix.none()
                        : Fix.instead(situation
                                .statement()
                                .with(
                                        new Clause.Span(word.start(), word.end()),
                                        situation.diagnosis().quote(first))));
    }

    /** @param what comes with the extension */
    static Explanation extended(Situation situation, String what, String extension) {
        boolean available = situation.diagnosis().extensionAvailable(extension).stream()
                .anyMatch(query -> !situation.look().rows(query).isEmpty());
        return Explanation.of(
                Cause.EXTENSION_MISSING,
                what + " comes with the extension " + extension + ", which this "
                        + (available ? "database does not have yet" : "server does not have"),
                available
                        ? "Create the extension first; it stays in this database."
                        : "Install it on the server, or take one that has it, or another type.",
                available
                        ? Fix.before(List.of(new Sql(
                                "CREATE EXTENSION " + situation.diagnosis().quote(extension))))
                        : Fix.none());
    }

    /** All of them at once. */
    private Explanation ofOtherServers() {
        List<String> names = new ArrayList<>();
        String sql = situation.statement().sql();
        List<Written> all = written().toList();
        for (int i = all.size() - 1; i >= 0; i--) {
            Written type = all.get(i);
            String name = type.word().name().text();
            Optional<String> here = situation.diagnosis().typeOfOthers(name);
            if (here.isPresent()) {
                names.add(0, name + " (here: " + here.get() + ")");
                boolean sized = here.get().startsWith("timestamp") || SIZED.contains(here.get());
                int end = sized ? type.word().end() : type.whole().end();
                sql = sql.substring(0, type.word().start()) + here.get() + sql.substring(end);
            }
        }
        return Explanation.of(
                Cause.TYPE_MISSING,
                situation.server() + " has no type " + String.join(", ", names),
                "Write what it is called here.",
                Fix.instead(sql));
    }
}
