package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A column that is called after another table and ends like a reference, {@code participantNo}, {@code room_id}, and that no
 * foreign key has.
 */
@API(status = Status.INTERNAL)
public final class LooksLikeForeignKey {
    private static final Pattern REFERENCE =
            Pattern.compile("(?<stem>.+?)(?:_(?i:id|no|nr|num|uuid|fk)_?|(?:Id|ID|No|Nr|Uuid|UUID))");

    private final Target target;
    private final Table table;
    private final Column column;

    private LooksLikeForeignKey(Target target, Table table, Column column) {
        this.target = target;
        this.table = table;
        this.column = column;
    }

    static Stream<Violation> find(Member<Column> column) {
        LooksLikeForeignKey looks = new LooksLikeForeignKey(column.target(), column.table(), column.value());
        return looks.missing(looks::sameType).map(looks::violation).stream();
    }

    /**
     * The foreign key that a column seems to lack, by its name. Rather to a key of the column's type, but the type may be the
     * very reason why there is none.
     */
    public static Optional<ForeignKey> likely(Target target, Table table, Column column) {
        LooksLikeForeignKey looks = new LooksLikeForeignKey(target, table, column);
        return looks.missing(looks::sameType).or(() -> looks.missing(t -> true));
    }

    private Optional<ForeignKey> missing(Predicate<Table> fits) {
        Matcher name = REFERENCE.matcher(column.name());
        boolean used = table.foreignKeys().stream().anyMatch(k -> k.columns().contains(column.name()));
        if (used || !name.matches()) {
            return Optional.empty();
        }
        List<Table> parents = parents(letters(name.group("stem")), fits);
        return parents.size() == 1 ? Optional.of(foreignKey(parents.get(0))) : Optional.empty();
    }

    /** Tables of that name with a key of one column that could be referenced; where one is called exactly so, only it. */
    private List<Table> parents(String stem, Predicate<Table> fits) {
        List<Table> possible = target.tables().stream()
                .filter(t -> key(t).isPresent() && fits.test(t))
                .toList();
        List<Table> exactly = possible.stream()
                .filter(t -> isCalled(letters(t.name().name()), stem))
                .toList();
        return exactly.isEmpty()
                ? possible.stream()
                        .filter(t -> isCalled(letters(t.name().name().replaceFirst(".*_", "")), stem))
                        .toList()
                : exactly;
    }

    private static boolean isCalled(String name, String stem) {
        return name.equals(stem)
                || name.equals(stem + "s")
                || name.equals(stem + "es")
                || (stem.endsWith("y") && name.equals(stem.substring(0, stem.length() - 1) + "ies"));
    }

    /** The column that would be referenced: the primary key of another table. */
    private Optional<String> key(Table parent) {
        return parent.primaryKey()
                .filter(k -> k.columns().size() == 1)
                .map(k -> k.columns().get(0))
                .filter(c -> !parent.equals(table));
    }

    private boolean sameType(Table parent) {
        return key(parent)
                .flatMap(parent::column)
                .filter(p -> p.type().getClass().equals(column.type().getClass()))
                .isPresent();
    }

    private ForeignKey foreignKey(Table parent) {
        return ForeignKey.of(
                        List.of(column.name()),
                        parent.name(),
                        List.of(key(parent).orElseThrow()))
                .named(Naming.fitted(target, "fk_" + table.name().name() + "_" + column.name()));
    }

    private Violation violation(ForeignKey missing) {
        return Violation.of(
                        Subject.column(table, column.name()),
                        table.name() + "." + column.name() + " is called like a reference to "
                                + missing.referencedTable() + "("
                                + missing.referencedColumns().get(0) + "), but no foreign key makes it one")
                .fixedBy(new Change.AddForeignKey(table.name(), missing));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
