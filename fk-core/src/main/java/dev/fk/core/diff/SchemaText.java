package dev.fk.core.diff;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A schema as a text to be kept and compared: one fact a line, which says itself what it is about. Equal schemas give equal
 * texts. Tables are in the order of their names, columns in theirs, constraints and indexes in that of their texts.
 */
@API(status = Status.EXPERIMENTAL)
public final class SchemaText {
    private SchemaText() {}

    /** {@code table orders}, {@code column orders.id INTEGER NOT NULL}, {@code primary key orders(id) [orders_pkey]}, … */
    public static String of(CanonicalSchema schema) {
        List<String> lines = new ArrayList<>();
        schema.schema().enums().values().forEach(e -> lines.add(enumType(e)));
        schema.schema().tables().values().forEach(t -> add(t, lines));
        StringBuilder text = new StringBuilder();
        lines.forEach(
                l -> text.append(l.replace("\r", "\\r").replace("\n", "\\n")).append('\n'));
        return text.toString();
    }

    private static String enumType(EnumDefinition definition) {
        return "enum type " + definition.name() + " (" + String.join(", ", definition.labels()) + ")";
    }

    private static void add(Table table, List<String> lines) {
        lines.add("table " + table.name()
                + options(table.options())
                + table.comment().map(c -> " comment '" + c + "'").orElse(""));
        table.columns().forEach(c -> lines.add("column " + table.name() + "." + c.name() + " " + ColumnText.of(c)));
        table.constraints().map(c -> of(table, c)).sorted().forEach(lines::add);
    }

    private static String of(Table table, Constraint constraint) {
        String text = constraint.accept(new AddOf(table.name())).describe().substring("add ".length());
        return constraint instanceof Index index ? text + details(index) : text;
    }

    private static String details(Index index) {
        StringBuilder text =
                new StringBuilder(index.method().map(m -> " using " + m).orElse("")).append(options(index.options()));
        for (IndexPart part : index.parts()) {
            String more = (part.descending() ? " descending" : "")
                    + (part.prefixLength().isPresent()
                            ? " prefix " + part.prefixLength().getAsInt()
                            : "")
                    + options(part.options());
            text.append(more.isEmpty() ? "" : ", " + part.text() + more);
        }
        return text.toString();
    }

    private static String options(Options options) {
        return options.isEmpty() ? "" : " " + options;
    }
}
