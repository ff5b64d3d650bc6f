package dev.fk.core.conformance;

import static dev.fk.core.migration.Constraints.check;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.migration.Constraints.primaryKey;
import static dev.fk.core.migration.Constraints.unique;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.migration.ConstraintSpec;
import dev.fk.core.migration.ForeignKeySpec;
import dev.fk.core.migration.IndexSpec;
import dev.fk.core.migration.KeySpec;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.migration.TableSpec;
import dev.fk.core.model.Attribute;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.QualifiedName;
import java.util.Locale;

/** The QueryInterface steps of a case. */
final class CaseMigration {
    private final QueryInterface anywhere;

    CaseMigration(QueryInterface anywhere) {
        this.anywhere = anywhere;
    }

    void step(JsonNode step) {
        JsonNode named = step.path("table");
        String table = named.path("tableName").asText(named.asText());
        QueryInterface q =
                named.has("schema") ? anywhere.inSchema(named.path("schema").asText()) : anywhere;
        String column = step.path("column").asText();
        switch (step.path("op").asText()) {
            case "createTable" -> q.createTable(table, t -> describe(t, step));
            case "dropTable" -> q.dropTable(table);
            case "dropAllTables" -> q.dropAllTables();
            case "renameTable" ->
                q.renameTable(step.path("from").asText(), step.path("to").asText());
            case "addColumn" -> q.addColumn(table, column, attribute(step), position(step.path("attribute")));
            case "changeColumn" -> q.changeColumn(table, column, attribute(step));
            case "removeColumn" -> q.removeColumn(table, column);
            case "renameColumn" ->
                q.renameColumn(
                        table, step.path("from").asText(), step.path("to").asText());
            case "addConstraint" -> q.addConstraint(table, constraint(step.path("constraint")));
            case "removeConstraint" ->
                q.removeConstraint(table, step.path("name").asText());
            case "addIndex" -> q.addIndex(table, index(step.path("options")));
            case "removeIndex" -> removeIndex(q, table, step.path("index"));
            case "showAllTables", "tableExists", "getForeignKeysForTables" -> q.showAllTables();
            case "describeTable", "showConstraint", "showIndex", "getForeignKeyReferencesForTable" ->
                q.describeTable(table);
            default -> throw new IllegalArgumentException("Unknown step " + step);
        }
    }

    private static QualifiedName table(JsonNode table) {
        if (table.isObject()) {
            return QualifiedName.of(
                    table.path("schema").asText(), table.path("tableName").asText());
        }
        return QualifiedName.of(table.asText());
    }

    private static Attribute<?> attribute(JsonNode step) {
        return attributeOf(step.path("attribute"));
    }

    private static Attribute<?> attributeOf(JsonNode json) {
        return CaseAttributes.of(json, (a, r) -> {
            throw new CannotBeWritten("a reference to a model in a migration");
        });
    }

    private static ColumnPosition position(JsonNode attribute) {
        if (attribute.path("first").asBoolean()) {
            return ColumnPosition.atFirst();
        }
        return attribute.has("after")
                ? ColumnPosition.after(attribute.path("after").asText())
                : ColumnPosition.last();
    }

    private static void describe(TableSpec t, JsonNode step) {
        step.path("columns")
                .properties()
                .forEach(e -> t.column(name(e.getKey(), e.getValue()), attributeOf(e.getValue())));
        JsonNode options = step.path("options");
        options.path("uniqueKeys")
                .properties()
                .forEach(e ->
                        t.constraint(unique(texts(e.getValue().path("fields"))).named(e.getKey())));
        for (String option : new String[] {"engine", "charset", "collate"}) {
            if (options.has(option)) {
                t.option(option, options.path(option).asText());
            }
        }
        if (options.has("comment")) {
            t.comment(options.path("comment").asText());
        }
    }

    private static String name(String key, JsonNode attribute) {
        return attribute.path("field").asText(key);
    }

    private static ConstraintSpec constraint(JsonNode json) {
        String[] fields = texts(json.path("fields"));
        return switch (json.path("type").asText().toLowerCase(Locale.ROOT)) {
            case "foreign key" -> foreignKeyOf(json, fields);
            case "unique" -> named(unique(fields), json);
            case "primary key" -> named(primaryKey(fields), json);
            case "check" ->
                json.has("name")
                        ? check(CaseWhere.sql(json.path("where")), fields)
                                .named(json.path("name").asText())
                        : check(CaseWhere.sql(json.path("where")), fields);
            default -> throw new CannotBeWritten("a constraint of type " + json.path("type"));
        };
    }

    private static ForeignKeySpec foreignKeyOf(JsonNode json, String[] fields) {
        JsonNode references = json.path("references");
        String[] referenced = references.has("fields")
                ? texts(references.path("fields"))
                : new String[] {references.path("field").asText()};
        ForeignKeySpec key = foreignKey(fields).references(table(references.path("table")), referenced);
        if (json.has("name")) {
            key = key.named(json.path("name").asText());
        }
        if (json.has("onDelete")) {
            key = key.onDelete(CaseAttributes.action(json.path("onDelete")));
        }
        if (json.has("onUpdate")) {
            key = key.onUpdate(CaseAttributes.action(json.path("onUpdate")));
        }
        return json.has("deferrable") ? key.deferrable(CaseAttributes.deferrability(json.path("deferrable"))) : key;
    }

    private static KeySpec named(KeySpec key, JsonNode json) {
        KeySpec named = json.has("name") ? key.named(json.path("name").asText()) : key;
        return json.has("deferrable") ? named.deferrable(CaseAttributes.deferrability(json.path("deferrable"))) : named;
    }

    private static IndexSpec index(JsonNode options) {
        IndexSpec index = IndexSpec.on();
        for (JsonNode field : options.path("fields")) {
            IndexPart part = IndexPart.column(
                    field.isTextual() ? field.asText() : field.path("name").asText());
            index = index.and(field.path("order").asText().equalsIgnoreCase("DESC") ? part.asDescending() : part);
        }
        if (options.has("name")) {
            index = index.named(options.path("name").asText());
        }
        if (options.path("unique").asBoolean() || options.path("type").asText().equalsIgnoreCase("UNIQUE")) {
            index = index.unique();
        }
        if (options.has("using")) {
            index = index.using(options.path("using").asText());
        }
        return options.has("where") ? index.where(CaseWhere.sql(options.path("where"))) : index;
    }

    private static void removeIndex(QueryInterface q, String table, JsonNode index) {
        if (index.isTextual()) {
            q.removeIndex(table, index.asText());
        } else {
            q.removeIndexOn(table, texts(index));
        }
    }

    private static String[] texts(JsonNode array) {
        return Case.elements(array).map(JsonNode::asText).toArray(String[]::new);
    }
}
