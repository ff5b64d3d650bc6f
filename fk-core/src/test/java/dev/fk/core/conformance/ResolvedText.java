package dev.fk.core.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A model as Sequelize resolved it and a table of ours, in the same lines. */
final class ResolvedText {
    private ResolvedText() {}

    static List<String> ofTable(Table table) {
        String name = table.name() + ": ";
        List<String> lines = new ArrayList<>();
        lines.add(name + "columns "
                + table.columns().stream().map(ResolvedText::column).toList());
        lines.add(name + "primary key "
                + table.primaryKey().map(PrimaryKey::columns).orElse(List.of()));
        for (ForeignKey foreignKey : table.foreignKeys()) {
            lines.add(name + foreignKey.key() + " " + foreignKey.onDelete() + " " + foreignKey.onUpdate());
        }
        table.uniqueKeys().forEach(u -> lines.add(name + "unique " + u.name().orElse("") + u.columns()));
        table.indexes().forEach(i -> lines.add(name + index(i)));
        return lines;
    }

    private static String column(Column column) {
        boolean counts =
                column.generation() == Generation.autoIncrement() || column.generation() instanceof Generation.Identity;
        return column(column.name(), column.nullable(), counts);
    }

    private static String column(String name, boolean nullable, boolean counts) {
        return name + (nullable ? "" : " NOT NULL") + (counts ? " counts" : "");
    }

    private static String index(Index index) {
        return (index.unique() ? "unique index " : "index ") + index.name().orElse("");
    }

    static List<String> ofResolved(JsonNode model) {
        String name = table(model.path("table")) + ": ";
        JsonNode attributes = model.path("attributes");
        List<String> columns = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (JsonNode attribute : attributes) {
            String column = attribute.path("field").asText();
            boolean nullable = attribute.path("allowNull").asBoolean(true)
                    && !attribute.path("primaryKey").asBoolean();
            if (!attribute.path("type").asText().equals("VIRTUAL")) {
                columns.add(
                        column(column, nullable, attribute.path("autoIncrement").asBoolean()));
            }
            if (attribute.has("references")) {
                lines.add(name + "(" + column + ") REFERENCES "
                        + table(attribute.path("references").path("model"))
                        + " ("
                        + attribute.path("references").path("key").asText("id") + ") " + action(attribute, "onDelete")
                        + " " + action(attribute, "onUpdate"));
            }
        }
        lines.add(name + "columns " + columns);
        lines.add(name + "primary key "
                + Case.elements(model.path("primaryKey"))
                        .map(a -> attributes.path(a.asText()).path("field").asText(a.asText()))
                        .toList());
        model.path("uniqueKeys")
                .properties()
                .forEach(key -> lines.add(name + "unique "
                        + (key.getValue().path("custom").asBoolean() ? key.getKey() : "")
                        + Case.elements(key.getValue().path("fields"))
                                .map(JsonNode::asText)
                                .toList()));
        for (JsonNode index : model.path("indexes")) {
            lines.add(name
                    + (index.path("unique").asBoolean() ? "unique index " : "index ")
                    + index.path("name").asText());
        }
        return lines;
    }

    /** MySQL and MariaDB spell a table in a schema with a dot, as one text. */
    private static QualifiedName table(JsonNode table) {
        if (table.isTextual()) {
            String[] parts = table.asText().split("\\.", 2);
            return parts.length == 2 ? QualifiedName.of(parts[0], parts[1]) : QualifiedName.of(parts[0]);
        }
        Optional<String> schema = Optional.of(table.path("schema").asText()).filter(s -> !s.isEmpty());
        return new QualifiedName(schema, table.path("table").asText());
    }

    private static String action(JsonNode attribute, String which) {
        return attribute.path(which).asText("NO ACTION").toUpperCase(Locale.ROOT);
    }
}
