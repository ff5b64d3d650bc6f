package dev.fk.core.diff;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Names;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A short name for all that is known about tables, the same in every process: equal tables, equal names. It has one piece
 * for each {@link Part}, so that two of them tell which parts differ. The order of columns and of everything else that has
 * no meaning is no part of it; the words of one server are, so it says nothing about another server.
 *
 * @param text the pieces, six hexadecimal digits each, joined by hyphens
 */
@API(status = Status.EXPERIMENTAL)
public record SchemaFingerprint(String text) {
    private static final int DIGITS = 6;
    private static final Pattern SHAPE =
            Pattern.compile("[0-9a-f]{6}(-[0-9a-f]{6}){" + (Part.values().length - 1) + "}");

    /** What has a piece of its own, in this order. */
    @API(status = Status.EXPERIMENTAL)
    public enum Part {
        TABLES("tables and enum types"),
        COLUMNS("columns"),
        KEYS("primary and unique keys"),
        FOREIGN_KEYS("foreign keys"),
        INDEXES("indexes"),
        CHECKS("checks"),
        OTHERS("comments and options");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** As messages call it. */
        public String words() {
            return words;
        }
    }

    public SchemaFingerprint {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("A fingerprint looks like 0a1b2c-… with " + Part.values().length
                    + " pieces, but this is '" + text + "'.");
        }
    }

    public static SchemaFingerprint of(Schema schema) {
        return of(schema.tables().values(), schema.enums().values());
    }

    public static SchemaFingerprint of(Table table) {
        return of(List.of(table), List.of());
    }

    private static SchemaFingerprint of(Collection<Table> tables, Collection<EnumDefinition> enums) {
        Map<Part, List<String>> lines = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            lines.put(part, new ArrayList<>());
        }
        enums.forEach(e -> add(lines, Part.TABLES, e.name() + " " + e.labels()));
        tables.forEach(t -> add(lines, t));
        return new SchemaFingerprint(
                lines.values().stream().map(SchemaFingerprint::hash).collect(Collectors.joining("-")));
    }

    private static String hash(List<String> lines) {
        return Names.hash(lines.stream().sorted().collect(Collectors.joining("\n")))
                .substring(0, DIGITS);
    }

    private static void add(Map<Part, List<String>> lines, Part part, String line) {
        lines.computeIfAbsent(part, p -> new ArrayList<>()).add(line);
    }

    private static void add(Map<Part, List<String>> lines, Table table) {
        String of = table.name() + " ";
        add(lines, Part.TABLES, of);
        for (Column column : table.columns()) {
            Column bare = column.withComment(Optional.empty()).withOptions(Options.none());
            add(lines, Part.COLUMNS, of + column.name() + " " + ColumnText.of(bare));
            add(lines, Part.OTHERS, of + column.name() + " " + column.comment() + column.options());
        }
        table.constraints().forEach(c -> add(lines, part(c), of + c.name().orElse("") + " " + whole(c)));
        add(lines, Part.OTHERS, of + table.comment() + table.options());
    }

    private static Part part(Constraint constraint) {
        if (constraint instanceof PrimaryKey || constraint instanceof UniqueKey) {
            return Part.KEYS;
        }
        if (constraint instanceof ForeignKey) {
            return Part.FOREIGN_KEYS;
        }
        return constraint instanceof Index ? Part.INDEXES : Part.CHECKS;
    }

    private static String whole(Constraint constraint) {
        return ConstraintText.of(constraint) + constraint.accept(MoreOfConstraint.INSTANCE);
    }

    /** The changed parts; empty if there are none. */
    public List<Part> changedSince(SchemaFingerprint before) {
        String[] now = text.split("-");
        String[] then = before.text.split("-");
        List<Part> changed = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!now[part.ordinal()].equals(then[part.ordinal()])) {
                changed.add(part);
            }
        }
        return List.copyOf(changed);
    }

    @Override
    public String toString() {
        return text;
    }
}
