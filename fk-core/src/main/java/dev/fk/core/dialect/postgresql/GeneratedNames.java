package dev.fk.core.dialect.postgresql;

import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that PostgreSQL gives to what is declared without: table, columns and what it is, joined by underscores ({@code
 * chat_participantNo_fkey}), the longer of the first two shortened until all of it fits in 63 bytes, and a number behind it
 * where the name is taken. Measured on 15.19 and 18.6; before 12 a foreign key was named after its first column alone.
 */
record GeneratedNames(Table table, String name) implements Constraint.Visitor<Boolean> {
    private static final Pattern NUMBERED = Pattern.compile("(?<stem>.*\\D)(?<number>\\d*)");

    static boolean isGenerated(Table table, Constraint named) {
        return named.name()
                .map(n -> named.accept(new GeneratedNames(table, n)))
                .orElse(false);
    }

    @Override
    public Boolean primaryKey(PrimaryKey constraint) {
        return isMadeOf("", "pkey");
    }

    @Override
    public Boolean uniqueKey(UniqueKey constraint) {
        return isMadeOf(joined(constraint.columns()), "key");
    }

    @Override
    public Boolean foreignKey(ForeignKey constraint) {
        return isMadeOf(joined(constraint.columns()), "fkey")
                || isMadeOf(constraint.columns().get(0), "fkey");
    }

    /** Of a check only those columns count that it mentions, and only if it is one. */
    @Override
    public Boolean check(Check constraint) {
        return isMadeOf("", "check")
                || table.columnNames().stream()
                        .filter(constraint.expression()::mayMention)
                        .anyMatch(c -> isMadeOf(c, "check"));
    }

    /** Its columns are part of a text that is not looked into. */
    @Override
    public Boolean exclusion(Exclusion constraint) {
        return name.startsWith(table.name().name() + "_") && name.matches(".*_excl\\d*");
    }

    /** An expression goes into the name as {@code expr} or as the function it calls. */
    @Override
    public Boolean index(Index index) {
        return index.parts().stream().anyMatch(p -> p.isExpression())
                ? name.startsWith(table.name().name() + "_") && name.matches(".*_idx\\d*")
                : isMadeOf(joined(index.parts().stream().map(p -> p.text()).toList()), "idx")
                        || isMadeOf(joined(index.parts().stream().map(p -> p.text()).toList()), "key");
    }

    private static String joined(List<String> columns) {
        return clipped(String.join("_", columns), Identifiers.MAX_BYTES);
    }

    private boolean isMadeOf(String columns, String label) {
        Matcher parts = NUMBERED.matcher(name);
        return parts.matches() && name.equals(made(columns, label + parts.group("number")));
    }

    private String made(String columns, String label) {
        String first = table.name().name();
        int overhead = bytes(label) + 1 + (columns.isEmpty() ? 0 : 1);
        int left = bytes(first);
        int right = bytes(columns);
        while (left + right > Identifiers.MAX_BYTES - overhead) {
            if (left > right) {
                left--;
            } else {
                right--;
            }
        }
        return clipped(first, left) + "_" + (columns.isEmpty() ? "" : clipped(columns, right) + "_") + label;
    }

    private static String clipped(String text, int maxBytes) {
        String clipped = text;
        while (bytes(clipped) > maxBytes) {
            clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
        }
        return clipped;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
