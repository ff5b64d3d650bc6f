package dev.fk.core.generate;

import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The assertions about one table, one line for each of its parts. */
record AssertedTable(Table table, boolean fingerprint, Set<String> imports) {
    List<AssertedLine> lines() {
        List<AssertedLine> lines = new ArrayList<>();
        lines.add(AssertedLine.of(JavaText.call("hasOnlyColumns", table.columnNames())));
        table.columns().forEach(c -> lines.add(AssertedLine.of(new AssertedColumn(imports).of(c))));
        lines.add(AssertedLine.of(
                table.primaryKey().map(AssertedTable::primaryKey).orElse(".hasNoPrimaryKey()")));
        Set<Set<String>> seen = new HashSet<>();
        table.uniqueKeys().stream()
                .filter(k -> seen.add(Set.copyOf(k.columns())))
                .forEach(k -> lines.add(AssertedLine.of(uniqueKey(k))));
        if (table.foreignKeys().stream().noneMatch(ForeignKey::isSwitchedOff)) {
            lines.add(AssertedLine.of(foreignKeys()));
        }
        table.indexes().stream()
                .filter(i -> i.name().isPresent())
                .forEach(i -> lines.add(new AssertedLine(index(i), isIdle(i))));
        lines.add(names("hasOnlyIndexes", table.indexes()));
        table.checks().stream()
                .filter(c -> c.name().isPresent())
                .forEach(c -> lines.add(new AssertedLine(check(c), isIdle(c))));
        lines.add(names(
                "hasOnlyConstraints",
                table.constraints().filter(c -> !(c instanceof Index)).toList()));
        lines.add(AssertedLine.of(
                table.comment().map(c -> JavaText.call("hasComment", c)).orElse(".hasNoComment()")));
        if (fingerprint) {
            lines.add(AssertedLine.of(
                    JavaText.call("hasFingerprint", SchemaFingerprint.of(table).text())));
        }
        return lines;
    }

    private static AssertedLine names(String assertion, Collection<? extends Constraint> constraints) {
        return new AssertedLine(
                JavaText.call(assertion, names(constraints)),
                constraints.stream().anyMatch(AssertedTable::isIdle));
    }

    private static boolean isIdle(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.isSwitchedOff() || key.enforcement() == Enforcement.NOT_ENFORCED;
        }
        return constraint instanceof Index index
                ? !index.isUsed()
                : constraint instanceof Check check && check.enforcement() == Enforcement.NOT_ENFORCED;
    }

    private static List<String> names(Collection<? extends Constraint> constraints) {
        return constraints.stream().flatMap(c -> c.name().stream()).sorted().toList();
    }

    private static String primaryKey(PrimaryKey key) {
        return JavaText.call("hasPrimaryKey", key.columns()) + named(key) + time(key.deferrability()) + ".and()";
    }

    private static String uniqueKey(UniqueKey key) {
        return JavaText.call("hasUniqueKey", key.columns()) + named(key) + time(key.deferrability()) + ".and()";
    }

    private static String named(Constraint key) {
        return key.name().map(n -> JavaText.call("named", n)).orElse("");
    }

    private static String time(Deferrability time) {
        return switch (time) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> ".isDeferrable()";
            case INITIALLY_DEFERRED -> ".isInitiallyDeferred()";
        };
    }

    private String foreignKeys() {
        if (table.foreignKeys().isEmpty()) {
            return ".hasNoForeignKeys()";
        }
        return table.foreignKeys().stream()
                .map(new AssertedForeignKey(imports)::of)
                .collect(Collectors.joining(",\n", ".hasOnlyForeignKeys(\n", ")"));
    }

    private static String index(Index index) {
        return JavaText.call("hasIndexNamed", index.name().orElseThrow())
                + JavaText.call(
                        "hasParts",
                        index.parts().stream().map(IndexPart::describe).toList())
                + (index.unique() ? ".isUnique()" : ".isNotUnique()")
                + index.method().map(m -> JavaText.call("hasMethod", m)).orElse("")
                + index.where().map(w -> JavaText.call("hasCondition", w.sql())).orElse(".isNotPartial()")
                + ".and()";
    }

    private static String check(Check check) {
        return JavaText.call("hasCheck", check.name().orElseThrow())
                + JavaText.call("hasExpression", check.expression().sql())
                + rows(check.enforcement())
                + ".and()";
    }

    private static String rows(Enforcement rows) {
        return switch (rows) {
            case ENFORCED -> ".isValidated()";
            case NOT_VALID -> ".isNotValid()";
            case NOT_ENFORCED -> ".isNotEnforced()";
        };
    }
}
