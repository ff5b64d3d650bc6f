package dev.fk.core.conformance;

import static dev.fk.core.conformance.Case.elements;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.Conventions;
import dev.fk.core.model.IndexSpec;
import dev.fk.core.model.Model;
import dev.fk.core.model.ModelSpec;
import dev.fk.core.model.Models;
import dev.fk.core.model.ModelsSpec;
import dev.fk.core.model.ReferencingAttribute;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A case's models and associations in our vocabulary. */
final class CaseModels {
    private final JsonNode schema;
    private final JsonNode defaults;
    private final Map<String, Model> models = new HashMap<>();

    private CaseModels(JsonNode schema, JsonNode defaults) {
        this.schema = schema;
        this.defaults = defaults;
    }

    static Models of(JsonNode schema, JsonNode sequelizeOptions) {
        CaseModels models = new CaseModels(schema, sequelizeOptions.path("define"));
        return Models.define(Conventions.sequelize6(), models::declare);
    }

    private void declare(ModelsSpec spec) {
        for (JsonNode model : distinctByName()) {
            models.put(
                    model.path("name").asText(), spec.model(model.path("name").asText(), m -> describe(m, model)));
        }
        for (JsonNode association : schema.path("associations")) {
            JsonNode shared = schema.path("sharedOptions")
                    .path(association.path("optionsRef").asText());
            JsonNode options = association.has("optionsRef") ? shared : association.path("options");
            new CaseAssociation(models, association, options).declare();
        }
    }

    /** Defining a name again replaces the model. */
    private List<JsonNode> distinctByName() {
        Map<String, JsonNode> last = new LinkedHashMap<>();
        for (JsonNode model : schema.path("models")) {
            last.remove(model.path("name").asText());
            last.put(model.path("name").asText(), model);
        }
        return List.copyOf(last.values());
    }

    private void describe(ModelSpec m, JsonNode model) {
        Map<String, JsonNode> options = new HashMap<>();
        Stream.of(defaults, model.path("options"))
                .forEach(o -> o.properties().forEach(e -> options.put(e.getKey(), e.getValue())));
        model.path("attributes").properties().forEach(e -> attribute(m, e.getKey(), e.getValue()));
        names(m, options);
        timestamps(m, options);
        text(options, "comment").ifPresent(m::comment);
        text(options, "engine").ifPresent(m::engine);
        text(options, "charset").ifPresent(m::charset);
        text(options, "collate").ifPresent(m::collate);
        text(options, "rowFormat").ifPresent(f -> m.option("row_format", f));
        text(options, "initialAutoIncrement").ifPresent(n -> m.option("auto_increment", n));
        for (JsonNode index : options.getOrDefault("indexes", new ObjectMapper().createArrayNode())) {
            m.index(i -> index(i, index));
        }
        elements(model.path("removeAttributes")).map(JsonNode::asText).forEach(m::removeAttribute);
    }

    private void attribute(ModelSpec m, String name, JsonNode attribute) {
        boolean virtual = attribute.asText().equals("VIRTUAL")
                || attribute.path("type").asText().equals("VIRTUAL");
        if (!virtual) {
            m.attribute(name, CaseAttributes.of(attribute, this::reference));
        }
    }

    private ReferencingAttribute reference(Attribute<?> attribute, JsonNode references) {
        Model model = models.get(references.path("modelName").asText());
        return attribute.references(model, references.path("key").asText("id"));
    }

    private static void names(ModelSpec m, Map<String, JsonNode> options) {
        text(options, "tableName").ifPresent(m::tableName);
        if (is(options, "freezeTableName")) {
            m.freezeTableName();
        }
        m.underscored(is(options, "underscored"));
        text(options, "schema").ifPresent(m::schema);
        JsonNode name = options.get("name");
        if (name != null) {
            m.name(name.path("singular").asText(), name.path("plural").asText());
        }
    }

    private static void timestamps(ModelSpec m, Map<String, JsonNode> options) {
        JsonNode timestamps = options.get("timestamps");
        if (timestamps != null && !timestamps.asBoolean()) {
            m.noTimestamps();
        }
        renamed(options.get("createdAt"), m::createdAt, m::withoutCreatedAt);
        renamed(options.get("updatedAt"), m::updatedAt, m::withoutUpdatedAt);
        if (is(options, "paranoid")) {
            m.paranoid(text(options, "deletedAt").orElse("deletedAt"));
        }
        if (is(options, "version")) {
            m.version();
        }
    }

    private static void renamed(JsonNode value, Consumer<String> rename, Runnable leaveOut) {
        if (value != null && value.isTextual()) {
            rename.accept(value.asText());
        } else if (value != null && !value.asBoolean(true)) {
            leaveOut.run();
        }
    }

    private static void index(IndexSpec spec, JsonNode index) {
        for (JsonNode field : index.path("fields")) {
            if (field.isTextual()) {
                spec.on(field.asText());
            } else if (field.has("$fn")) {
                spec.onExpression(field.path("$fn").asText() + "("
                        + field.path("args").path(0).path("$col").asText() + ")");
            } else {
                String column =
                        field.path("name").asText(field.path("attribute").asText());
                spec.on(column, p -> field.path("order").asText().equalsIgnoreCase("DESC") ? p.descending() : p);
            }
        }
        if (index.has("name")) {
            spec.named(index.path("name").asText());
        }
        if (index.path("unique").asBoolean() || index.path("type").asText().equalsIgnoreCase("UNIQUE")) {
            spec.unique();
        }
        if (index.has("using")) {
            spec.using(index.path("using").asText());
        }
        if (index.has("where")) {
            spec.where(CaseWhere.sql(index.path("where")));
        }
    }

    private static Optional<String> text(Map<String, JsonNode> options, String key) {
        JsonNode value = options.get(key);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
    }

    private static boolean is(Map<String, JsonNode> options, String key) {
        JsonNode value = options.get(key);
        return value != null && value.asBoolean();
    }
}
