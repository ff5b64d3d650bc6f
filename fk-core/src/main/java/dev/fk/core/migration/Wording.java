package dev.fk.core.migration;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.model.Attribute;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Calls in words that depend on nothing but the call. */
final class Wording {
    private Wording() {}

    static String table(Table table) {
        List<String> lines = new ArrayList<>();
        lines.add("create table " + table.name());
        lines.addAll(parts(table));
        table.comment().ifPresent(c -> lines.add("comment " + c));
        lines.add("options " + table.options());
        return String.join("\n", lines);
    }

    static String column(String verb, QualifiedName table, String column, Attribute<?> attribute) {
        Table alone = ColumnSpec.added(Table.of(table, List.of()), column, attribute);
        return verb + " column\n" + String.join("\n", parts(alone));
    }

    static String column(String verb, QualifiedName table, Column column) {
        return verb + " column\n" + String.join("\n", parts(ColumnSpec.added(Table.of(table, List.of()), column)));
    }

    static String position(ColumnPosition position) {
        return position.first()
                ? "\nfirst"
                : position.after().map(a -> "\nafter " + a).orElse("");
    }

    static String constraint(QualifiedName table, ConstraintSpec spec) {
        return spec.on(table).accept(new AddOf(table)).describe();
    }

    private static List<String> parts(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns()
                .forEach(c -> lines.add(new Change.AddColumn(table.name(), c, ColumnPosition.last()).describe()));
        table.constraints()
                .forEach(c -> lines.add(c.accept(new AddOf(table.name())).describe()));
        return lines;
    }
}
