package dev.fk.core.model;

import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A model on its way to a table: names decided, attributes growing while associations are resolved. */
final class TableDraft {
    final String model;
    final ModelSpec spec;
    final DeclarationSite site;
    final QualifiedName table;
    final boolean underscored;
    final Map<String, AttributeDraft> attributes = new LinkedHashMap<>();
    final List<UniqueDraft> uniques = new ArrayList<>();
    /** The attributes of the primary key of a table between two others, once it is known to need them. */
    final List<String> throughKey = new ArrayList<>();
    /** Whether {@code id} is there because nobody declared a primary key. */
    boolean hasGeneratedId;

    /** A unique key over attributes that does not belong to one of them. */
    record UniqueDraft(Optional<String> name, List<String> attributes) {}

    TableDraft(String model, ModelSpec spec, DeclarationSite site, Conventions conventions) {
        this.model = model;
        this.spec = spec;
        this.site = site;
        this.underscored = spec.underscored.orElse(conventions.underscores());
        this.table = new QualifiedName(spec.schema.or(conventions::defaultSchema), tableName(conventions));
    }

    /** The table is named after the model, not after what associations call it. */
    private String tableName(Conventions conventions) {
        boolean frozen = spec.freezeTableName.orElse(conventions.freezesTableNames());
        return spec.tableName.orElseGet(() -> {
            if (frozen) {
                return model;
            }
            String name = Inflection.pluralize(model);
            return underscored ? Casing.underscore(name) : name;
        });
    }

    /** What an association with one of it is called, unless it has a name of its own. */
    String singular() {
        return spec.singular.orElseGet(() -> Inflection.singularize(model));
    }

    /** What an association with many of it is called, unless it has a name of its own. */
    String plural() {
        return spec.plural.orElseGet(() -> Inflection.pluralize(model));
    }

    /** The attribute of this name, which must be there. */
    AttributeDraft attribute(String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    String column(String attribute) {
        return attribute(attribute).column(underscored);
    }

    List<String> columns(List<String> names) {
        return names.stream().map(this::column).toList();
    }

    List<String> primaryKey() {
        if (!throughKey.isEmpty()) {
            return List.copyOf(throughKey);
        }
        return attributes.values().stream()
                .filter(a -> a.primaryKey)
                .map(a -> a.name)
                .toList();
    }

    /** The attribute whose column has this name. */
    Optional<String> attributeOn(String column) {
        return attributes.values().stream()
                .filter(a -> a.column(underscored).equals(column))
                .map(a -> a.name)
                .findFirst();
    }

    /** The column of an attribute, or a column of that name. */
    Optional<String> columnOf(String attributeOrColumn) {
        return attributes.containsKey(attributeOrColumn)
                ? Optional.of(column(attributeOrColumn))
                : attributeOn(attributeOrColumn).map(a -> attributeOrColumn);
    }
}
