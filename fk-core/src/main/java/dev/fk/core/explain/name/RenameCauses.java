package dev.fk.core.explain.name;

import dev.fk.core.dialect.Cause;
import dev.fk.core.explain.Explanation;
import dev.fk.core.explain.Fix;
import dev.fk.core.explain.situation.Described;
import dev.fk.core.explain.situation.Meant;
import dev.fk.core.explain.situation.Situation;
import dev.fk.core.explain.statement.Clause;
import dev.fk.core.explain.statement.TableWord;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.script.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A new name that something else has, or an old one that nothing has; of columns, others know. */
record RenameCauses(Situation situation) {
    /** MySQL and MariaDB rename tables one after the other, so that two can change their names. */
    List<Explanation> find() {
        Set<QualifiedName> gone = new HashSet<>();
        Set<QualifiedName> made = new HashSet<>();
        for (Clause.Rename rename :
                situation.statement().clauses(Clause.Rename.class).toList()) {
            List<Explanation> found =
                    switch (rename.kind()) {
                        case TABLE, OTHER -> relation(rename, gone, made);
                        case INDEX -> index(rename);
                        case CONSTRAINT -> constraint(rename);
                    };
            if (!found.isEmpty()) {
                return found;
            }
            gone.add(situation.name(rename.from()));
            made.remove(situation.name(rename.from()));
            gone.remove(target(rename));
            made.add(target(rename));
        }
        return List.of();
    }

    /** Without a schema it stays in its own. */
    private QualifiedName target(Clause.Rename rename) {
        QualifiedName from = situation.name(rename.from());
        QualifiedName to = situation.name(rename.to());
        return rename.to().schema().isPresent() ? to : new QualifiedName(from.schema(), to.name());
    }

    private List<Explanation> relation(Clause.Rename rename, Set<QualifiedName> gone, Set<QualifiedName> made) {
        QualifiedName from = situation.name(rename.from());
        if (!made.contains(from) && situation.look().relation(from).isEmpty()) {
            return rename.kind() == Clause.Rename.Kind.TABLE
                    ? new MissingCauses(situation).table(rename.from()).stream().toList()
                    : List.of();
        }
        QualifiedName to = target(rename);
        Optional<String> fact = made.contains(to)
                ? Optional.of("The statement itself has given the name " + to + " to another before")
                : gone.contains(to) ? Optional.empty() : new NameCauses(situation).taken(to);
        return fact
                .map(f -> Explanation.of(
                        Cause.NAME_TAKEN, f, "Choose another name, or rename the other first.", Fix.none()))
                .stream()
                .toList();
    }

    /** Of a table (MySQL and MariaDB), where others know what is missing, or of the schema. */
    private List<Explanation> index(Clause.Rename rename) {
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        if (table.isPresent()) {
            return in(table.get(), rename.to(), RenameCauses::hasIndex)
                    .map(fact -> free(rename, fact))
                    .toList();
        }
        List<String> names = situation.schema().tables().values().stream()
                .flatMap(Table::constraints)
                .filter(RenameCauses::hasIndex)
                .flatMap(c -> c.name().stream())
                .sorted()
                .toList();
        Token word = rename.from().name();
        return names.contains(word.text())
                ? new NameCauses(situation)
                        .taken(target(rename)).map(fact -> free(rename, fact)).stream()
                                .toList()
                : List.of(missing("There is no index " + word.text(), word, names, "indexes: " + listed(names)));
    }

    private List<Explanation> constraint(Clause.Rename rename) {
        Optional<Table> table = situation.statement().table().flatMap(situation::table);
        if (table.isEmpty()) {
            return List.of();
        }
        Token word = rename.from().name();
        List<Constraint> own = table.get()
                .constraints()
                .<Constraint>map(c -> c)
                .filter(c -> !(c instanceof Index))
                .toList();
        Optional<Constraint> renamed = own.stream()
                .filter(c -> c.name().filter(word.text()::equals).isPresent())
                .findFirst();
        if (renamed.isEmpty()) {
            return List.of(missing(
                    table.get().name() + " has no constraint " + word.text(),
                    word,
                    own.stream().flatMap(c -> c.name().stream()).sorted().toList(),
                    table.get().name() + " has "
                            + listed(own.stream()
                                    .map(c -> c.name().orElse("") + ": " + Described.of(c))
                                    .toList())));
        }
        Stream<String> others =
                hasIndex(renamed.get()) ? new NameCauses(situation).taken(target(rename)).stream() : Stream.of();
        return Stream.concat(in(table.get(), rename.to(), c -> !(c instanceof Index)), others)
                .limit(1)
                .map(fact -> free(rename, fact))
                .toList();
    }

    private static boolean hasIndex(Constraint constraint) {
        return !(constraint instanceof ForeignKey) && !(constraint instanceof Check);
    }

    private static Stream<String> in(Table table, TableWord word, Predicate<Constraint> kind) {
        return table.constraints()
                .<Constraint>map(c -> c)
                .filter(kind)
                .filter(c -> c.name().filter(word.name().text()::equals).isPresent())
                .map(c -> table.name() + " has " + Described.of(c) + " already, and its name is "
                        + word.name().text());
    }

    private Explanation free(Clause.Rename rename, String fact) {
        String free = new NameCauses(situation).free(rename.to().name().text());
        return Explanation.of(
                Cause.NAME_TAKEN,
                fact,
                "Choose another name, or rename the other first.",
                Fix.instead(situation
                        .statement()
                        .with(rename.to().name(), situation.diagnosis().quote(free))));
    }

    private Explanation missing(String fact, Token word, List<String> names, String seen) {
        return situation.replaced(Cause.CONSTRAINT_MISSING, fact, word, Meant.near(word, names), seen);
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : names.stream().collect(Collectors.joining(", "));
    }
}
