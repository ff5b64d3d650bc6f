package dev.fk.core.conformance;

import static dev.fk.core.conformance.CaseAttributes.action;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fk.core.model.BelongsToManySpec;
import dev.fk.core.model.KeySpec;
import dev.fk.core.model.Model;
import java.util.Map;
import java.util.function.Consumer;

/** One association of a case in our vocabulary. Options that Sequelize ignores are left out: ours has no words for them. */
final class CaseAssociation {
    private final Map<String, Model> models;
    private final JsonNode association;
    private final JsonNode options;

    CaseAssociation(Map<String, Model> models, JsonNode association, JsonNode options) {
        this.models = models;
        this.association = association;
        this.options = options;
    }

    void declare() {
        Model source = model("source");
        Model target = model("target");
        String type = association.path("type").asText();
        if (!type.equals("belongsToMany") && options.has("through")) {
            throw new CannotBeWritten("through on " + type);
        }
        switch (type) {
            case "belongsTo" ->
                source.belongsTo(target, a -> {
                    with("as", v -> a.as(v.asText()));
                    key("foreignKey", a::foreignKey, a::foreignKey, a::foreignKey);
                    with("targetKey", v -> a.targetKey(v.asText()));
                    with("onDelete", v -> a.onDelete(action(v)));
                    with("onUpdate", v -> a.onUpdate(action(v)));
                    with("constraints", v -> a.constraints(v.asBoolean()));
                    with("keyType", v -> a.keyType(CaseTypes.attribute(v)));
                });
            case "hasOne" ->
                source.hasOne(target, a -> {
                    with("as", v -> a.as(v.asText()));
                    key("foreignKey", a::foreignKey, a::foreignKey, a::foreignKey);
                    with("sourceKey", v -> a.sourceKey(v.asText()));
                    with("onDelete", v -> a.onDelete(action(v)));
                    with("onUpdate", v -> a.onUpdate(action(v)));
                    with("constraints", v -> a.constraints(v.asBoolean()));
                    with("keyType", v -> a.keyType(CaseTypes.attribute(v)));
                });
            case "hasMany" ->
                source.hasMany(target, a -> {
                    with("as", v -> a.as(v.asText()));
                    key("foreignKey", a::foreignKey, a::foreignKey, a::foreignKey);
                    with("sourceKey", v -> a.sourceKey(v.asText()));
                    with("onDelete", v -> a.onDelete(action(v)));
                    with("onUpdate", v -> a.onUpdate(action(v)));
                    with("constraints", v -> a.constraints(v.asBoolean()));
                    with("keyType", v -> a.keyType(CaseTypes.attribute(v)));
                });
            default -> source.belongsToMany(target, this::many);
        }
    }

    private void many(BelongsToManySpec a) {
        with("as", v -> a.as(v.asText()));
        with("through", v -> through(a, v));
        key("foreignKey", a::foreignKey, a::foreignKey, a::foreignKey);
        key("otherKey", a::otherKey, a::otherKey, a::otherKey);
        with("sourceKey", v -> a.sourceKey(v.asText()));
        with("targetKey", v -> a.targetKey(v.asText()));
        with("onDelete", v -> a.onDelete(action(v)));
        with("onUpdate", v -> a.onUpdate(action(v)));
        with("constraints", v -> a.constraints(v.asBoolean()));
        with("uniqueKey", v -> a.uniqueKey(v.asText()));
        with("timestamps", v -> {
            if (v.asBoolean()) {
                a.timestamps();
            } else {
                a.noTimestamps();
            }
        });
    }

    private void through(BelongsToManySpec a, JsonNode through) {
        JsonNode name = through.isTextual() ? through : through.path("model");
        Model model = models.get(name.asText());
        if (model != null) {
            a.through(model);
        } else {
            a.through(name.asText());
        }
        if (through.has("unique")) {
            a.unique(through.path("unique").asBoolean());
        }
        if (through.path("paranoid").asBoolean()) {
            a.paranoid();
        }
    }

    private interface Named {
        void as(String name, Consumer<KeySpec> details);
    }

    private void key(String option, Consumer<String> plain, Named named, Consumer<Consumer<KeySpec>> unnamed) {
        with(option, v -> {
            if (v.isTextual()) {
                plain.accept(v.asText());
            } else if (v.has("name") || v.has("fieldName")) {
                named.as(v.path("name").asText(v.path("fieldName").asText()), k -> details(k, v));
            } else {
                unnamed.accept(k -> details(k, v));
            }
        });
    }

    private static void details(KeySpec key, JsonNode json) {
        if (json.hasNonNull("allowNull")) {
            if (json.path("allowNull").asBoolean()) {
                key.nullable();
            } else {
                key.notNull();
            }
        }
        if (json.has("field")) {
            key.field(json.path("field").asText());
        }
        if (json.has("type")) {
            key.type(CaseTypes.attribute(json.path("type")));
        }
        if (json.path("unique").isTextual()) {
            key.unique(json.path("unique").asText());
        } else if (json.path("unique").asBoolean()) {
            key.unique();
        }
        if (json.has("comment")) {
            key.comment(json.path("comment").asText());
        }
        if (json.has("onDelete")) {
            key.onDelete(action(json.path("onDelete")));
        }
        if (json.has("onUpdate")) {
            key.onUpdate(action(json.path("onUpdate")));
        }
        if (json.path("references").has("deferrable")) {
            key.deferrable(CaseAttributes.deferrability(json.path("references").path("deferrable")));
        }
    }

    private void with(String option, Consumer<JsonNode> use) {
        if (options.hasNonNull(option)) {
            use.accept(options.path(option));
        }
    }

    private Model model(String role) {
        Model model = models.get(association.path(role).asText());
        if (model == null) {
            throw new CannotBeWritten("an association with an undefined model " + association.path(role));
        }
        return model;
    }
}
