package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Foreign keys of one table that have something to do with each other. */
final class ForeignKeyPairs {
    private ForeignKeyPairs() {}

    /** Several that say the same; what is left of them in the end is the one that is dropped last. */
    static Stream<Violation> duplicates(Member<Table> table) {
        return later(table.value(), ForeignKeyPairs::sameReference).stream().map(p -> {
            boolean same = ForeignKeyText.clauses(p.earlier()).equals(ForeignKeyText.clauses(p.later()));
            Violation violation = Violation.of(
                    Subject.of(table.value(), p.later()),
                    table.value().name() + " " + p.later().key() + " is there twice: " + text(p.earlier()) + " and "
                            + text(p.later()));
            return same
                    ? violation.fixedBy(new Change.DropForeignKey(table.value().name(), p.later()))
                    : violation.remedy("Their actions differ, and both are carried out; decide for one.");
        });
    }

    /** Several that share a column and reference different things. */
    static Stream<Violation> intersecting(Member<Table> table) {
        return later(table.value(), ForeignKeyPairs::intersect).stream().map(p -> Violation.of(
                        Subject.of(table.value(), p.later()),
                        table.value().name() + ": the foreign keys " + text(p.earlier()) + " and " + text(p.later())
                                + " share " + String.join(", ", shared(p)))
                .remedy("Leave out the one that follows from the other, or say in an exception why both are wanted."));
    }

    private record Pair(ForeignKey earlier, ForeignKey later) {}

    private static List<Pair> later(Table table, BiPredicate<ForeignKey, ForeignKey> related) {
        List<ForeignKey> keys = table.foreignKeys();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            ForeignKey later = keys.get(i);
            keys.subList(0, i).stream()
                    .filter(earlier -> related.test(earlier, later))
                    .findFirst()
                    .ifPresent(earlier -> pairs.add(new Pair(earlier, later)));
        }
        return pairs;
    }

    /** The order in which the columns are listed means nothing. */
    private static boolean sameReference(ForeignKey a, ForeignKey b) {
        return a.referencedTable().equals(b.referencedTable()) && columnPairs(a).equals(columnPairs(b));
    }

    private static Set<List<String>> columnPairs(ForeignKey key) {
        Set<List<String>> pairs = new HashSet<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(List.of(key.columns().get(i), key.referencedColumns().get(i)));
        }
        return pairs;
    }

    private static boolean intersect(ForeignKey a, ForeignKey b) {
        return !sameReference(a, b) && a.columns().stream().anyMatch(b.columns()::contains);
    }

    private static List<String> shared(Pair pair) {
        return pair.earlier().columns().stream()
                .filter(pair.later().columns()::contains)
                .toList();
    }

    private static String text(ForeignKey key) {
        return ForeignKeyText.of(key) + key.name().map(n -> " [" + n + "]").orElse("");
    }
}
