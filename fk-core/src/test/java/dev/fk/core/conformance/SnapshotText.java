package dev.fk.core.conformance;

import static dev.fk.core.conformance.Case.elements;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Two notations of a catalog, Sequelize's snapshots and our schema, as the same lines, so that lines can be compared. */
final class SnapshotText {
    private final SortedSet<String> lines = new TreeSet<>();
    private final SnapshotWords words;
    private final String defaultSchema;

    private SnapshotText(SnapshotWords words, String defaultSchema) {
        this.words = words;
        this.defaultSchema = defaultSchema;
    }

    static SortedSet<String> of(JsonNode snapshot, SnapshotWords words, String defaultSchema) {
        SnapshotText text = new SnapshotText(words, defaultSchema);
        snapshot.path("tables").forEach(text::table);
        snapshot.path("enums")
                .forEach(e -> text.lines.add(
                        "enum " + text.name(e.path("schema"), e.path("name")) + list(texts(e.path("values")))));
        return text.lines;
    }

    static SortedSet<String> of(CanonicalSchema catalog, SnapshotWords words, String defaultSchema) {
        SnapshotText text = new SnapshotText(words, defaultSchema);
        catalog.schema().tables().values().forEach(text::table);
        for (EnumDefinition e : catalog.schema().enums().values()) {
            text.lines.add("enum " + e.name() + list(e.labels()));
        }
        return text.lines;
    }

    private void table(JsonNode table) {
        String name = name(table.path("schema"), table.path("name"));
        lines.add(name + ": columns "
                + list(elements(table.path("columns"))
                        .map(c -> c.path("name").asText())
                        .toList()));
        comment(name, table.path("comment").asText(""));
        table.path("columns").forEach(c -> column(name, c));
        JsonNode key = table.path("primaryKey");
        if (key.isObject()) {
            lines.add(name + ": primary key "
                    + words.primaryKey(key.path("name").asText()) + list(texts(key.path("columns"))));
        }
        for (JsonNode f : table.path("foreignKeys")) {
            QualifiedName parent = QualifiedName.of(name(f.path("referencedSchema"), f.path("referencedTable")));
            foreignKey(
                    name,
                    f.path("name").asText(),
                    list(texts(f.path("columns"))) + " references " + parent + list(texts(f.path("referencedColumns"))),
                    f.path("onDelete").asText(),
                    f.path("onUpdate").asText(),
                    deferrability(f));
        }
        for (JsonNode u : table.path("uniqueConstraints")) {
            lines.add(name + ": unique " + u.path("name").asText() + list(texts(u.path("columns"))) + deferrability(u));
        }
        for (JsonNode c : table.path("checks")) {
            words.check(c.path("definition").asText())
                    .ifPresent(d -> lines.add(name + ": check " + c.path("name").asText() + " " + d));
        }
        elements(table.path("indexes"))
                .filter(i -> i.path("backsConstraint").isMissingNode()
                        || !i.path("backsConstraint").asBoolean())
                .forEach(i -> index(name, i));
    }

    private void column(String table, JsonNode c) {
        StringBuilder line =
                new StringBuilder(table + ": column " + c.path("name").asText() + " ");
        line.append(words.type(c.path("type").asText(), c.path("collation").asText("")));
        line.append(c.path("nullable").asBoolean() ? "" : " not null");
        JsonNode value = c.path("default");
        if (value.has("literal")) {
            line.append(" default '").append(value.path("literal").asText()).append('\'');
        } else if (value.has("expression")) {
            line.append(" default ")
                    .append(words.expression(value.path("expression").asText()));
        }
        line.append(
                c.path("autoIncrement").asBoolean()
                        ? " " + words.autoIncrement(c.path("autoIncrementKind").asText(""))
                        : "");
        lines.add(line.toString());
        comment(table + "." + c.path("name").asText(), c.path("comment").asText(""));
    }

    private void index(String table, JsonNode i) {
        List<String> parts = elements(i.path("columns"))
                .map(p -> words.indexPart(p.path("name").asText())
                        + (p.path("order").asText("").equals("DESC") ? " desc" : ""))
                .toList();
        index(
                table,
                i.path("name").asText(),
                parts,
                i.path("unique").asBoolean(),
                i.path("method").asText(""),
                i.path("where").asText(""));
    }

    private static String deferrability(JsonNode node) {
        if (!node.path("deferrable").asBoolean()) {
            return "";
        }
        return node.path("initiallyDeferred").asBoolean() ? " deferred" : " deferrable";
    }

    private void table(Table table) {
        String name = table.name().toString();
        lines.add(name + ": columns " + list(table.columnNames()));
        comment(name, table.comment().orElse(""));
        table.columns().forEach(c -> column(name, c));
        table.primaryKey().ifPresent(k -> primaryKey(name, k));
        for (ForeignKey f : table.foreignKeys()) {
            foreignKey(
                    name,
                    f.name().orElse(""),
                    list(f.columns()) + " references " + f.referencedTable() + list(f.referencedColumns()),
                    f.onDelete().sql(),
                    f.onUpdate().sql(),
                    deferrability(f.deferrability()));
        }
        for (UniqueKey u : table.uniqueKeys()) {
            lines.add(name + ": unique " + u.name().orElse("") + list(u.columns()) + deferrability(u.deferrability()));
        }
        for (Check c : table.checks()) {
            words.check(c.expression().sql())
                    .ifPresent(d -> lines.add(name + ": check " + c.name().orElse("") + " " + d));
        }
        for (Index i : table.indexes()) {
            index(
                    name,
                    i.name().orElse(""),
                    i.parts().stream().map(this::part).toList(),
                    i.unique(),
                    i.method().orElse(""),
                    i.where().map(Object::toString).orElse(""));
        }
    }

    private String part(IndexPart part) {
        return words.indexPart(part.text()) + (part.descending() ? " desc" : "");
    }

    private void primaryKey(String table, PrimaryKey key) {
        lines.add(table + ": primary key " + words.primaryKey(key.name().orElse("")) + list(key.columns()));
    }

    private void column(String table, Column c) {
        StringBuilder line = new StringBuilder(table + ": column " + c.name() + " ");
        line.append(words.type(c.type().describe(), c.collation().orElse("")));
        line.append(c.nullable() ? "" : " not null");
        line.append(generation(c.generation(), c.options()));
        lines.add(line.toString());
        comment(table + "." + c.name(), c.comment().orElse(""));
    }

    private String generation(Generation generation, Options options) {
        if (generation instanceof Generation.Default value) {
            return " default " + words.expression(value.expression().sql());
        }
        if (generation == Generation.autoIncrement()) {
            return " " + words.autoIncrement("serial");
        }
        return generation instanceof Generation.Identity
                ? " " + words.autoIncrement("identity")
                : options.isEmpty() ? "" : " " + options;
    }

    private void index(String table, String name, List<String> parts, boolean unique, String method, String where) {
        lines.add(table + ": " + (unique ? "unique index " : "index ") + name + list(parts) + words.method(method)
                + (where.isEmpty() ? "" : " where " + words.expression(where)));
    }

    private void foreignKey(
            String table, String name, String sides, String onDelete, String onUpdate, String deferrability) {
        lines.add(table + ": foreign key " + name + sides + " on delete " + words.action(onDelete) + " on update "
                + words.action(onUpdate) + deferrability);
    }

    private void comment(String subject, String comment) {
        if (!comment.isEmpty()) {
            lines.add(subject + ": comment " + comment);
        }
    }

    private static String deferrability(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " deferrable";
            case INITIALLY_DEFERRED -> " deferred";
        };
    }

    private String name(JsonNode schema, JsonNode name) {
        boolean inDefault =
                schema.isNull() || schema.isMissingNode() || schema.asText().equals(defaultSchema);
        return inDefault ? name.asText() : schema.asText() + "." + name.asText();
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static String list(List<String> names) {
        return names.stream().collect(Collectors.joining(", ", " (", ")"));
    }
}
