package dev.fk.core.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.model.Attribute;
import dev.fk.core.model.IntegerAttribute;
import dev.fk.core.model.ReferencingAttribute;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.ReferentialAction;
import java.util.Locale;
import java.util.function.BiFunction;

/** Sequelize's attributes in our vocabulary. */
final class CaseAttributes {
    private CaseAttributes() {}

    /** How a reference to a model by its name is written; tables are written as they are. */
    interface ModelReference extends BiFunction<Attribute<?>, JsonNode, ReferencingAttribute> {}

    static Attribute<?> of(JsonNode json, ModelReference toModel) {
        if (json.isTextual() || !json.has("type")) {
            return CaseTypes.attribute(json);
        }
        return withOptions(CaseTypes.attribute(json.path("type")), json, toModel);
    }

    static Attribute<?> withOptions(Attribute<?> type, JsonNode json, ModelReference toModel) {
        Attribute<?> attribute = counting(type, json);
        if (json.hasNonNull("allowNull")) {
            attribute = json.path("allowNull").asBoolean() ? attribute.nullable() : attribute.notNull();
        }
        if (json.has("field")) {
            attribute = attribute.field(json.path("field").asText());
        }
        if (json.path("primaryKey").asBoolean()) {
            attribute = attribute.primaryKey();
        }
        attribute = withDefault(attribute, json.path("defaultValue"));
        attribute = withUnique(attribute, json.path("unique"));
        if (json.has("comment")) {
            attribute = attribute.comment(json.path("comment").asText());
        }
        return json.has("references") ? referencing(attribute, json, toModel) : attribute;
    }

    private static Attribute<?> counting(Attribute<?> attribute, JsonNode json) {
        boolean identity = json.path("autoIncrementIdentity").asBoolean();
        if (!identity && !json.path("autoIncrement").asBoolean()) {
            return attribute;
        }
        if (!(attribute instanceof IntegerAttribute number)) {
            throw new CannotBeWritten("autoIncrement on a type that is no whole number");
        }
        return identity ? number.autoIncrementIdentity() : number.autoIncrement();
    }

    private static Attribute<?> withDefault(Attribute<?> attribute, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.has("$now") || value.has("$uuid") || value.has("$js")) {
            return attribute;
        }
        if (value.has("$literal")) {
            return attribute.defaultExpression(value.path("$literal").asText());
        }
        if (value.has("$fn")) {
            return attribute.defaultExpression(value.path("$fn").asText() + "()");
        }
        if (value.has("$value")) {
            return attribute.defaultValue(value.path("$value").toString());
        }
        if (value.isBoolean()) {
            return attribute.defaultValue(value.asBoolean());
        }
        return value.isNumber() ? attribute.defaultValue(value.decimalValue()) : attribute.defaultValue(value.asText());
    }

    private static Attribute<?> withUnique(Attribute<?> attribute, JsonNode unique) {
        if (unique.isTextual()) {
            return attribute.unique(unique.asText());
        }
        if (unique.has("name")) {
            return attribute.unique(unique.path("name").asText());
        }
        return unique.isObject() || unique.asBoolean() ? attribute.unique() : attribute;
    }

    private static Attribute<?> referencing(Attribute<?> attribute, JsonNode json, ModelReference toModel) {
        JsonNode references = json.path("references");
        if (references.isTextual()) {
            throw new CannotBeWritten("references as a string");
        }
        String key = references.path("key").asText("id");
        JsonNode model = references.path("model");
        ReferencingAttribute result = references.has("modelName")
                ? toModel.apply(attribute, references)
                : model.isTextual()
                        ? attribute.references(model.asText(), key)
                        : attribute.references(
                                model.path("schema").asText(),
                                model.path("tableName").asText(),
                                key);
        if (json.has("onDelete")) {
            result = result.onDelete(action(json.path("onDelete")));
        }
        if (json.has("onUpdate")) {
            result = result.onUpdate(action(json.path("onUpdate")));
        }
        if (references.has("deferrable")) {
            result = result.deferrable(deferrability(references.path("deferrable")));
        }
        return result;
    }

    static ReferentialAction action(JsonNode text) {
        String wanted = text.asText().toUpperCase(Locale.ROOT);
        for (ReferentialAction action : ReferentialAction.values()) {
            if (action.sql().equals(wanted)) {
                return action;
            }
        }
        throw new CannotBeWritten("the action " + text);
    }

    static Deferrability deferrability(JsonNode text) {
        return text.asText().equals("NOT") ? Deferrability.NOT_DEFERRABLE : Deferrability.valueOf(text.asText());
    }
}
