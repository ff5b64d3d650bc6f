package dev.fk.core.diff;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Generation;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The notation in which messages show columns and what differs between two of them. */
@API(status = Status.EXPERIMENTAL)
public final class ColumnText {
    private ColumnText() {}

    /** {@code VARCHAR(45) NOT NULL DEFAULT 'x'}. */
    public static String of(Column column) {
        StringBuilder text = new StringBuilder(column.type().describe());
        text.append(column.nullable() ? "" : " NOT NULL");
        String generation = generation(column.generation());
        text.append(generation.isEmpty() ? "" : " " + generation);
        column.collation().ifPresent(c -> text.append(" COLLATE ").append(c));
        column.comment().ifPresent(c -> text.append(" COMMENT '").append(c).append('\''));
        column.options().values().forEach((key, value) -> text.append(' ').append((key + " " + value).trim()));
        return text.toString();
    }

    /** {@code type INTEGER → BIGINT}, one entry per aspect that differs. */
    public static List<String> differences(Column from, Column to) {
        List<String> found = new ArrayList<>();
        compare(found, "type", from.type().describe(), to.type().describe());
        compare(found, "", from.nullable() ? "NULL" : "NOT NULL", to.nullable() ? "NULL" : "NOT NULL");
        compare(found, "value", none(generation(from.generation())), none(generation(to.generation())));
        compare(
                found,
                "collation",
                from.collation().orElse("default"),
                to.collation().orElse("default"));
        compare(found, "comment", from.comment().orElse("none"), to.comment().orElse("none"));
        compare(found, "options", from.options().toString(), to.options().toString());
        return found;
    }

    /** {@code DEFAULT 0}, {@code AUTO_INCREMENT}; empty for a column without a value of its own. */
    public static String generation(Generation generation) {
        return generation.accept(GenerationText.INSTANCE);
    }

    private static String none(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static void compare(List<String> found, String aspect, String from, String to) {
        if (!from.equals(to)) {
            found.add((aspect + " " + from + " → " + to).trim());
        }
    }

    private enum GenerationText implements Generation.Visitor<String> {
        INSTANCE;

        @Override
        public String none() {
            return "";
        }

        @Override
        public String defaultTo(Generation.Default generation) {
            return "DEFAULT " + generation.expression();
        }

        @Override
        public String autoIncrement() {
            return "AUTO_INCREMENT";
        }

        @Override
        public String identity(Generation.Identity generation) {
            String mode = generation.mode() == Generation.Identity.Mode.ALWAYS ? "ALWAYS" : "BY DEFAULT";
            String sequence = generation.sequence().isEmpty() ? "" : " " + generation.sequence();
            return "GENERATED " + mode + " AS IDENTITY" + sequence;
        }

        @Override
        public String computed(Generation.Computed generation) {
            return "GENERATED ALWAYS AS (" + generation.expression() + ") " + generation.storage();
        }
    }
}
