package dev.fk.core.testing;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A schema in full, one fact a line, for golden files. */
public final class SchemaText {
    private SchemaText() {}

    public static String of(Schema schema) {
        Stream<String> enums = schema.enums().values().stream().map(e -> "enum " + e.name() + " " + e.labels() + "\n");
        Stream<String> tables = schema.tables().values().stream().map(SchemaText::of);
        return Stream.concat(enums, tables).collect(Collectors.joining());
    }

    private static String of(Table table) {
        StringBuilder text = new StringBuilder("\ntable " + table.name() + options(table.options()) + "\n");
        table.comment()
                .ifPresent(c ->
                        text.append("  comment ").append(c.replace("\n", "\\n")).append('\n'));
        table.columns().forEach(c -> text.append("  ").append(of(c)).append('\n'));
        table.constraints().map(SchemaText::of).sorted().forEach(c -> text.append("  ")
                .append(c)
                .append('\n'));
        return text.toString();
    }

    private static String of(Column column) {
        return column.name() + ": " + record(column.type()) + (column.nullable() ? "" : " NOT NULL")
                + generation(column)
                + column.collation().map(c -> " collate " + c).orElse("")
                + column.comment()
                        .map(c -> " comment " + c.replace("\n", "\\n"))
                        .orElse("")
                + options(column.options());
    }

    private static String generation(Column column) {
        String text = record(column.generation());
        return text.equals("INSTANCE") && column.generation().equals(dev.fk.core.schema.Generation.none())
                ? ""
                : " " + text.replace("INSTANCE", "AutoIncrement");
    }

    private static String of(Constraint constraint) {
        return record(constraint)
                .replace("name=Optional", "")
                .replace("options={}", "")
                .replace("onDeleteColumns=[], ", "")
                .replace("match=SIMPLE, deferrability=NOT_DEFERRABLE, enforcement=ENFORCED, ", "")
                .replace("isExpression=false, descending=false, prefixLength=OptionalInt.empty, ", "")
                .replace("prefixLength=OptionalInt.empty, ", "")
                .replace("deferrability=NOT_DEFERRABLE, ", "")
                .replace("method=Optional.empty, ", "")
                .replace("where=Optional.empty, ", "")
                .replace(", ]", "]");
    }

    private static String record(Object value) {
        return value.toString().replace("Optional[", "[").replace("\n", "\\n");
    }

    private static String options(Options options) {
        return options.isEmpty() ? "" : " " + options;
    }
}
