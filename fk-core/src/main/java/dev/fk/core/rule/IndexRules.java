package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with indexes: one that is missing, and those that are too many. */
final class IndexRules {
    private IndexRules() {}

    /** InnoDB makes an index with each foreign key, and MySQL never lets go of it; the other servers do. */
    static Stream<Violation> uncovered(Member<ForeignKey> key) {
        Table table = key.table();
        List<String> columns = key.value().columns();
        List<ForeignKey> same = table.foreignKeysOn(columns);
        if (Coverage.isCovered(key)
                || table.foreignKeys().indexOf(key.value())
                        > table.foreignKeys().indexOf(same.get(0))) {
            return Stream.empty();
        }
        String parents = same.stream()
                .map(k -> k.referencedTable().toString())
                .distinct()
                .collect(Collectors.joining(" and "));
        String name = Naming.fitted(key.target(), table.name().name() + "_" + String.join("_", columns) + "_idx");
        Index index = Index.of(name, columns.toArray(String[]::new));
        return Stream.of(Violation.of(
                        Subject.of(table, key.value()),
                        "no index of " + table.name() + " begins with (" + String.join(", ", columns)
                                + "), the columns of a foreign key to " + parents)
                .because(key.target()
                        .dialect()
                        .withoutIndex(table.name(), key.value().referencedTable()))
                .fixedBy(new Change.AddIndex(table.name(), index)));
    }

    /** A key or index by what it makes fast. */
    private record Access(Constraint constraint, List<String> columns, boolean unique) {}

    private static List<Access> accesses(Table table) {
        List<Access> all = new ArrayList<>();
        table.primaryKey().filter(k -> k.options().isEmpty()).ifPresent(k -> all.add(new Access(k, k.columns(), true)));
        table.uniqueKeys().stream().filter(IndexRules::isPlain).forEach(k -> all.add(new Access(k, k.columns(), true)));
        table.indexes().stream()
                .filter(IndexRules::isPlain)
                .forEach(i -> all.add(new Access(i, i.leadingColumns(), i.unique())));
        return all;
    }

    private static boolean isPlain(UniqueKey key) {
        return key.options().isEmpty() && key.deferrability() == Deferrability.NOT_DEFERRABLE;
    }

    private static boolean isPlain(Index index) {
        return index.method().isEmpty()
                && index.where().isEmpty()
                && index.options().isEmpty()
                && index.parts().stream()
                        .allMatch(p -> p.isWholeColumn()
                                && !p.descending()
                                && p.options().equals(Options.none()));
    }

    /** Of two that say the same, the later index or unique key is the one too many; a primary key never is. */
    static Stream<Violation> duplicates(Member<Table> table) {
        List<Access> all = accesses(table.value());
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Access later = all.get(i);
            all.subList(0, i).stream()
                    .filter(earlier -> earlier.columns().equals(later.columns()))
                    .findFirst()
                    .ifPresent(earlier -> violations.add(
                            superfluous(table, later, text(later) + " has the same columns as " + text(earlier))));
        }
        return violations.stream();
    }

    /** An index that another one begins with; a unique one is never redundant, because it says more. */
    static Stream<Violation> redundant(Member<Table> table) {
        List<Access> all = accesses(table.value());
        return all.stream()
                .filter(a -> !a.unique())
                .flatMap(shorter -> all.stream()
                        .filter(longer ->
                                longer.columns().size() > shorter.columns().size()
                                        && Names.begin(longer.columns(), shorter.columns()))
                        .findFirst()
                        .map(longer ->
                                superfluous(table, shorter, text(shorter) + " is the beginning of " + text(longer)))
                        .stream());
    }

    private static Violation superfluous(Member<Table> table, Access access, String fact) {
        QualifiedName name = table.value().name();
        Violation violation =
                Violation.of(Subject.named(table.value(), access.constraint(), access.columns()), name + ": " + fact);
        return access.unique() && isReferenced(table, access.columns())
                ? violation.remedy("Drop it, after the foreign keys that stand on it.")
                : violation.fixedBy(access.constraint().accept(new DropOf(name)));
    }

    /** PostgreSQL remembers on which of two equal keys a foreign key stands, and lets only the other one go. */
    private static boolean isReferenced(Member<Table> table, List<String> columns) {
        return Member.foreignKeys(table.target())
                .map(Member::value)
                .anyMatch(k -> k.referencedTable().equals(table.value().name())
                        && Set.copyOf(k.referencedColumns()).equals(Set.copyOf(columns)));
    }

    private static String text(Access access) {
        String kind = access.constraint() instanceof PrimaryKey
                ? "the primary key"
                : access.constraint() instanceof UniqueKey ? "unique key" : access.unique() ? "unique index" : "index";
        Optional<String> name = access.constraint() instanceof PrimaryKey
                ? Optional.empty()
                : access.constraint().name();
        return kind + name.map(n -> " " + n).orElse("") + " (" + String.join(", ", access.columns()) + ")";
    }
}
