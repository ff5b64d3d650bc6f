package dev.fk.core.rule;

import dev.fk.core.dialect.Gaps;
import dev.fk.core.diff.Change;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Constraints that are not what they seem: not checked for old rows, or never. */
final class Enforced {
    private Enforced() {}

    static Stream<Violation> find(Member<Table> table, Enforcement enforcement, String what) {
        Table of = table.value();
        Stream<Violation> keys = of.foreignKeys().stream()
                .filter(k -> k.enforcement() == enforcement)
                .map(k -> foreignKey(of, k, what));
        Stream<Violation> checks =
                of.checks().stream().filter(c -> c.enforcement() == enforcement).map(c -> check(of, c, what));
        return Stream.concat(keys, checks);
    }

    /** Loading with {@code DISABLE TRIGGER ALL} leaves them so, and {@code ENABLE TRIGGER ALL} checks no row that came in. */
    static Stream<Violation> switchedOff(Member<Table> table) {
        Table of = table.value();
        return of.foreignKeys().stream().filter(ForeignKey::isSwitchedOff).map(k -> Violation.of(
                        Subject.of(of, k),
                        "the triggers by which foreign key " + of.name() + "(" + String.join(", ", k.columns())
                                + ") is looked after are disabled")
                .fixedBy(new Change.AlterForeignKey(of.name(), k, k.switchedOn())));
    }

    /** Enforced as far as the catalog says, but not by the server. */
    static Stream<Violation> withGaps(Member<Table> table) {
        Target target = table.target();
        Table of = table.value();
        Optional<Gaps> gaps = target.dialect().gaps(target.server());
        return of.foreignKeys().stream()
                .filter(k -> k.enforcement() != Enforcement.NOT_ENFORCED)
                .flatMap(k -> gaps.flatMap(all -> all.of(of, k)).stream().map(g -> Violation.of(
                                Subject.of(of, k),
                                "foreign key " + of.name() + "(" + String.join(", ", k.columns())
                                        + ") is not checked for all rows: " + g.fact())
                        .remedy(g.remedy())));
    }

    private static Violation foreignKey(Table table, ForeignKey key, String what) {
        ForeignKey enforced = key.withEnforcement(Enforcement.ENFORCED);
        return Violation.of(
                        Subject.of(table, key),
                        "foreign key " + table.name() + "(" + String.join(", ", key.columns()) + ") " + what)
                .fixedBy(new Change.AlterForeignKey(table.name(), key, enforced));
    }

    private static Violation check(Table table, Check check, String what) {
        Check enforced = check.withEnforcement(Enforcement.ENFORCED);
        return Violation.of(
                        Subject.named(table, check, List.of()),
                        "check " + check.name().orElse("") + " of " + table.name() + " (" + check.expression() + ") "
                                + what)
                .fixedBy(new Change.AlterCheck(table.name(), check, enforced));
    }
}
