package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with a foreign key, as seen from its columns, though every server took it. */
final class ForeignKeyColumns {
    private ForeignKeyColumns() {}

    /** Types that the server compares, but that are not the same. */
    static Stream<Violation> typesDiffer(Member<ForeignKey> key) {
        Optional<Table> parent = Member.parent(key);
        if (parent.isEmpty()) {
            return Stream.empty();
        }
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < key.value().columns().size(); i++) {
            Optional<Column> own = key.table().column(key.value().columns().get(i));
            Optional<Column> other =
                    parent.get().column(key.value().referencedColumns().get(i));
            if (own.isPresent()
                    && other.isPresent()
                    && !own.get().type().equals(other.get().type())
                    && key.target()
                            .dialect()
                            .incompatibility(own.get(), other.get())
                            .isEmpty()) {
                violations.add(typeDiffers(key, own.get(), parent.get(), other.get()));
            }
        }
        return violations.stream();
    }

    private static Violation typeDiffers(Member<ForeignKey> key, Column own, Table parent, Column other) {
        Table table = key.table();
        return Violation.of(
                        Subject.column(table, own.name()),
                        table.name() + "." + own.name() + " is " + own.type().describe() + ", but " + parent.name()
                                + "."
                                + other.name() + ", which it references, is "
                                + other.type().describe())
                .fixedBy(new Change.AlterColumn(table.name(), own, own.withType(other.type())))
                .fixedBy(
                        new Change.DropForeignKey(table.name(), key.value()),
                        new Change.AlterColumn(table.name(), own, own.withType(other.type())),
                        new Change.AddForeignKey(table.name(), key.value()));
    }

    /** One null among its columns, and the server checks nothing (SQL:2016, 4.20.2, MATCH SIMPLE). */
    static Stream<Violation> halfNull(Member<ForeignKey> key) {
        ForeignKey value = key.value();
        List<Column> nullable = nullable(key);
        if (value.columns().size() < 2 || value.match() != MatchType.SIMPLE || nullable.isEmpty()) {
            return Stream.empty();
        }
        Table table = key.table();
        Change[] notNull = nullable.stream()
                .map(c -> new Change.AlterColumn(table.name(), c, c.notNull()))
                .toArray(Change[]::new);
        Violation violation = Violation.of(
                Subject.of(table, value),
                table.name() + "(" + String.join(", ", value.columns())
                        + ") is checked only if none of them is null, and "
                        + String.join(", ", nullable.stream().map(Column::name).toList()) + " can be");
        return Stream.of(
                nullable.size() == value.columns().size()
                        ? violation
                                .fixedBy(new Change.AlterForeignKey(
                                        table.name(), value, value.withMatch(MatchType.FULL)))
                                .fixedBy(notNull)
                        : violation.fixedBy(notNull));
    }

    private static List<Column> nullable(Member<ForeignKey> key) {
        return key.value().columns().stream()
                .flatMap(c -> key.table().column(c).stream())
                .filter(Column::nullable)
                .toList();
    }

    /** A tree of which nobody has said what becomes of the children. */
    static Stream<Violation> silentTree(Member<ForeignKey> key) {
        ForeignKey value = key.value();
        Table table = key.table();
        boolean silent = value.onDelete() == ReferentialAction.NO_ACTION;
        if (!silent || !value.referencedTable().equals(table.name())) {
            return Stream.empty();
        }
        return Stream.of(Violation.of(
                        Subject.of(table, value),
                        table.name() + "(" + String.join(", ", value.columns())
                                + ") references its own table and does not say what becomes of the children when their"
                                + " parent is deleted")
                .remedy("Say ON DELETE CASCADE, SET NULL or RESTRICT, or make an exception of it."));
    }
}
