package dev.fk.core.model;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An attribute while models are resolved: what was declared, and what associations add to it. */
final class AttributeDraft {
    final String name;
    final DeclarationSite site;
    final List<Declared<Boolean>> nullable = new ArrayList<>();
    final List<Declared<DataType>> types = new ArrayList<>();
    final List<Declared<String>> collations = new ArrayList<>();
    final List<Declared<String>> fields = new ArrayList<>();
    final List<Declared<String>> comments = new ArrayList<>();
    final List<Declared<Generation>> generations = new ArrayList<>();
    final List<Optional<String>> uniques = new ArrayList<>();
    final boolean declared;
    Optional<Reference> reference = Optional.empty();
    boolean primaryKey;

    private AttributeDraft(String name, DeclarationSite site, boolean declared) {
        this.name = name;
        this.site = site;
        this.declared = declared;
    }

    /** One that a model declares, or that every model has. */
    static AttributeDraft of(String name, AttributeDefinition definition, DeclarationSite site) {
        AttributeDraft draft = new AttributeDraft(name, site, true);
        draft.types.add(new Declared<>(definition.type(), site));
        definition.nullable().ifPresent(n -> draft.nullable.add(new Declared<>(n, site)));
        definition.field().ifPresent(f -> draft.fields.add(new Declared<>(f, site)));
        definition.comment().ifPresent(c -> draft.comments.add(new Declared<>(c, site)));
        if (definition.generation() != Generation.none()) {
            draft.generations.add(new Declared<>(definition.generation(), site));
        }
        draft.uniques.addAll(definition.uniques());
        definition.collation().ifPresent(c -> draft.collations.add(new Declared<>(c, site)));
        draft.reference = definition.reference();
        draft.primaryKey = definition.primaryKey();
        return draft;
    }

    /** One that an association adds; its type and collation come from what it references. */
    static AttributeDraft added(String name, DeclarationSite site) {
        return new AttributeDraft(name, site, false);
    }

    boolean isNullable() {
        return !primaryKey && nullable.stream().allMatch(Declared::value);
    }

    boolean isAutoIncrement() {
        return generations.stream().map(Declared::value).anyMatch(Generation::isCounter);
    }

    String column(boolean underscored) {
        return fields.stream().map(Declared::value).findFirst().orElse(underscored ? Casing.underscore(name) : name);
    }

    Column toColumn(boolean underscored) {
        return new Column(
                column(underscored),
                types.get(0).value(),
                isNullable(),
                generations.stream().map(Declared::value).findFirst().orElse(Generation.none()),
                collations.stream().map(Declared::value).findFirst(),
                comments.stream().map(Declared::value).findFirst(),
                Options.none());
    }
}
