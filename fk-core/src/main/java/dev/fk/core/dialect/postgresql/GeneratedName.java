package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.NameRules.Origin;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that PostgreSQL gives to what is declared without: table, columns and what it is, joined by underscores ({@code
 * chat_participantNo_fkey}), the longer of the first two shortened until all of it fits in 63 bytes, and a number behind it
 * where the name is taken. Measured on 18.6; before 12 a foreign key was named after its first column alone.
 */
record GeneratedName(Table table, String name) implements Constraint.Visitor<Origin> {
    private static final Pattern NUMBERED = Pattern.compile("(?<stem>.*\\D)(?<number>\\d*)");

    @Override
    public Origin primaryKey(PrimaryKey constraint) {
        return madeOf("pkey", "");
    }

    @Override
    public Origin uniqueKey(UniqueKey constraint) {
        return madeOf("key", joined(constraint.columns()));
    }

    @Override
    public Origin foreignKey(ForeignKey constraint) {
        return madeOf("fkey", joined(constraint.columns()), constraint.columns().get(0));
    }

    /** Of a check only those columns count that it mentions, and only if it is one. */
    @Override
    public Origin check(Check constraint) {
        Stream<String> columns = table.columnNames().stream().filter(constraint.expression()::mayMention);
        return madeOf("check", Stream.concat(Stream.of(""), columns).toArray(String[]::new));
    }

    /** Its columns are part of a text that is not looked into. */
    @Override
    public Origin exclusion(Exclusion constraint) {
        return somehowMadeOf("excl");
    }

    /** An expression goes into the name as {@code expr} or as the function it calls. */
    @Override
    public Origin index(Index index) {
        return index.parts().stream().anyMatch(IndexPart::isExpression)
                ? somehowMadeOf("idx")
                : madeOf(
                        "idx",
                        joined(index.parts().stream().map(IndexPart::text).toList()));
    }

    private static String joined(List<String> columns) {
        return clipped(String.join("_", columns), Identifiers.MAX_BYTES);
    }

    private Origin madeOf(String label, String... columns) {
        Matcher parts = NUMBERED.matcher(name);
        if (!parts.matches()) {
            return Origin.DECLARED;
        }
        String number = parts.group("number");
        return Stream.of(columns).anyMatch(c -> name.equals(made(c, label + number)))
                ? origin(number)
                : Origin.DECLARED;
    }

    private Origin somehowMadeOf(String label) {
        Matcher parts = NUMBERED.matcher(name);
        return name.startsWith(table.name().name() + "_")
                        && parts.matches()
                        && parts.group("stem").endsWith("_" + label)
                ? origin(parts.group("number"))
                : Origin.DECLARED;
    }

    private static Origin origin(String number) {
        return number.isEmpty() ? Origin.DERIVED : Origin.COUNTED;
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
