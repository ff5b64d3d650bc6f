package dev.fk.core.rule;

import dev.fk.core.dialect.NameRules;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be wrong with names. */
final class Naming {
    private Naming() {}

    /** A name that the server keeps whole. */
    static String fitted(Target target, String name) {
        return Names.shorten(
                name,
                target.capabilities().identifierBytes(),
                target.capabilities().identifierCharacters());
    }

    /** Names with a number that a server counted; the fix gives those a name that have something to be named after. */
    static Stream<Violation> counted(Member<Table> table) {
        Table of = table.value();
        NameRules rules = table.target().names();
        return of.constraints()
                .filter(c -> rules.origin(of, c) == NameRules.Origin.COUNTED)
                .map(c -> renamed(
                        of,
                        c,
                        table.target(),
                        kind(c) + " " + c.name().orElse("") + " of " + of.name()
                                + " has a name that the server counted"));
    }

    private static Violation renamed(Table table, Constraint constraint, Target target, String fact) {
        List<String> columns = columns(constraint);
        Violation violation = Violation.of(Subject.named(table, constraint, columns), fact);
        if (columns.isEmpty()) {
            return violation.remedy("Give it a name that says what it is for.");
        }
        String name = fitted(target, prefix(constraint) + "_" + table.name().name() + "_" + String.join("_", columns));
        boolean taken = table.constraints().anyMatch(c -> c.name().equals(Optional.of(name)));
        return taken
                ? violation.remedy("Give it a name that says what it is for; " + name + " is taken.")
                : violation.fixedBy(
                        new Change.RenameConstraint(table.name(), constraint, constraint.withName(Optional.of(name))));
    }

    /** Foreign keys that are not called as a pattern says. */
    static Stream<Violation> unlike(Member<ForeignKey> key, String pattern) {
        Table table = key.table();
        String wanted = fitted(
                key.target(),
                pattern.replace("{table}", table.name().name())
                        .replace("{columns}", String.join("_", key.value().columns()))
                        .replace("{parent}", key.value().referencedTable().name()));
        if (key.value().name().equals(Optional.of(wanted))) {
            return Stream.empty();
        }
        return Stream.of(Violation.of(
                        Subject.of(table, key.value()),
                        "foreign key " + table.name() + "("
                                + String.join(", ", key.value().columns()) + ") is named "
                                + key.value().name().orElse("by the server") + ", not " + wanted)
                .fixedBy(new Change.RenameConstraint(
                        table.name(), key.value(), key.value().withName(Optional.of(wanted)))));
    }

    /** Names that fill all the room there is; what a server makes of longer ones by itself is no loss. */
    static Stream<Violation> full(Member<Table> table) {
        Table of = table.value();
        Stream<Violation> constraints = of.constraints()
                .filter(c -> c.name().filter(n -> isFull(n, table.target())).isPresent())
                .filter(c -> table.target().names().origin(of, c) == NameRules.Origin.DECLARED)
                .map(c -> full(
                        Subject.named(of, c, List.of()),
                        kind(c) + " " + c.name().orElse("") + " of " + of.name(),
                        table.target()));
        return Stream.concat(
                names(of, n -> isFull(n, table.target()), (s, t) -> full(s, t, table.target())), constraints);
    }

    private static Violation full(Subject subject, String what, Target target) {
        int most = Math.min(
                target.capabilities().identifierBytes(), target.capabilities().identifierCharacters());
        return Violation.of(subject, what + " has a name of " + most + " letters, all that there is room for")
                .because(target.names().fateOfLongNames())
                .remedy("Give it a shorter name.");
    }

    private static boolean isFull(String name, Target target) {
        return name.getBytes(StandardCharsets.UTF_8).length
                        >= target.capabilities().identifierBytes()
                || name.codePointCount(0, name.length())
                        >= target.capabilities().identifierCharacters();
    }

    /** Reserved words as names of tables and columns. */
    static Stream<Violation> reserved(Member<Table> table) {
        String product = table.target().server().product();
        return names(table.value(), table.target().names()::isReserved, (subject, what) -> Violation.of(
                        subject, what + " has a reserved word of " + product + " for a name")
                .remedy("Call it something else, or quote it everywhere."));
    }

    private interface Told {
        Violation violation(Subject subject, String what);
    }

    private static Stream<Violation> names(Table table, Predicate<String> wrong, Told told) {
        List<Violation> violations = new ArrayList<>();
        if (wrong.test(table.name().name())) {
            violations.add(told.violation(Subject.of(table), "table " + table.name()));
        }
        for (Column column : table.columns()) {
            if (wrong.test(column.name())) {
                violations.add(told.violation(
                        Subject.column(table, column.name()), "column " + table.name() + "." + column.name()));
            }
        }
        return violations.stream();
    }

    private static List<String> columns(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.columns();
        }
        if (constraint instanceof UniqueKey key) {
            return key.columns();
        }
        return constraint instanceof Index index
                ? index.parts().stream()
                        .filter(p -> !p.isExpression())
                        .map(IndexPart::text)
                        .toList()
                : List.of();
    }

    private static String prefix(Constraint constraint) {
        return constraint instanceof ForeignKey ? "fk" : constraint instanceof UniqueKey ? "uq" : "ix";
    }

    static String kind(Constraint constraint) {
        if (constraint instanceof ForeignKey) {
            return "foreign key";
        }
        if (constraint instanceof PrimaryKey) {
            return "primary key";
        }
        if (constraint instanceof UniqueKey) {
            return "unique key";
        }
        return constraint instanceof Check ? "check" : constraint instanceof Index ? "index" : "constraint";
    }
}
