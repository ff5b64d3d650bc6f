package dev.fk.core.model;

import dev.fk.core.model.annotation.BelongsTo;
import dev.fk.core.model.annotation.BelongsToMany;
import dev.fk.core.model.annotation.Column;
import dev.fk.core.model.annotation.HasMany;
import dev.fk.core.model.annotation.HasOne;
import dev.fk.core.model.annotation.Unique;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.ReferentialAction;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the components of records that are associations. */
final class RecordAssociations {
    private final ModelsSpec spec;
    private final Map<Class<?>, Model> models;
    private final Inverses inverses;
    private final Problems problems;

    RecordAssociations(Conventions conventions, ModelsSpec spec, Map<Class<?>, Model> models, Problems problems) {
        this.spec = spec;
        this.models = models;
        this.inverses = new Inverses(conventions, problems);
        this.problems = problems;
    }

    void read(Model source, RecordComponent component) {
        new ComponentCheck(component, problems).check();
        Class<?> type = RecordComponents.recordType(component);
        Model target = models.get(type);
        if (target == null) {
            problems.add(RecordComponents.site(component) + " refers to " + type.getSimpleName()
                    + ", which is not among the records of these models. Name it beside " + source.name()
                    + ", in Models.of(…) or @WithSchema.");
            return;
        }
        RecordComponents.annotation(component, BelongsTo.class).ifPresent(a -> belongsTo(source, target, component, a));
        RecordComponents.annotation(component, HasMany.class).ifPresent(a -> hasMany(source, target, component, a));
        RecordComponents.annotation(component, HasOne.class).ifPresent(a -> hasOne(source, target, component, a));
        RecordComponents.annotation(component, BelongsToMany.class)
                .ifPresent(a -> belongsToMany(source, target, component, a));
    }

    private void belongsTo(Model source, Model target, RecordComponent component, BelongsTo annotation) {
        DeclarationSite site = RecordComponents.site(component);
        BelongsToSpec association = new BelongsToSpec();
        KeySpec key = association.key;
        key.nullable.add(new Declared<>(RecordComponents.isNullable(component), site));
        RecordComponents.annotation(component, Column.class).ifPresent(column -> {
            add(key.fields, column.name().isEmpty() ? new String[0] : new String[] {column.name()}, site);
            given(column.comment()).ifPresent(c -> key.comments.add(new Declared<>(c, site)));
            given(column.type()).ifPresent(t -> key.types.add(new Declared<>(new DataType.Other(t), site)));
            given(column.defaultExpression())
                    .ifPresent(sql -> key.generations.add(new Declared<>(Generation.defaultTo(sql), site)));
        });
        RecordComponents.annotation(component, Unique.class)
                .ifPresent(u -> key.uniques.add(new Declared<>(given(u.value()), site)));
        add(association.referenced, annotation.targetKey(), site);
        describe(association, component, annotation.constraints(), annotation.foreignKey(), site);
        actions(key, annotation.onDelete(), annotation.onUpdate(), site);
        given(annotation.constraintName()).ifPresent(n -> key.constraintNames.add(new Declared<>(n, site)));
        spec.add(new Association.BelongsTo(source, target, association, site));
    }

    private void hasMany(Model source, Model target, RecordComponent component, HasMany annotation) {
        DeclarationSite site = RecordComponents.site(component);
        HasManySpec association = new HasManySpec();
        describe(association, component, annotation.constraints(), annotation.foreignKey(), site);
        add(association.referenced, annotation.sourceKey(), site);
        if (annotation.foreignKey().length == 0) {
            inverses.of(component).ifPresent(inverse -> inverse.describe(association, site));
        }
        actions(association.key, annotation.onDelete(), annotation.onUpdate(), site);
        given(annotation.constraintName()).ifPresent(n -> association.key.constraintNames.add(new Declared<>(n, site)));
        spec.add(new Association.HasMany(source, target, association, site));
    }

    private void hasOne(Model source, Model target, RecordComponent component, HasOne annotation) {
        DeclarationSite site = RecordComponents.site(component);
        HasOneSpec association = new HasOneSpec();
        describe(association, component, annotation.constraints(), annotation.foreignKey(), site);
        add(association.referenced, annotation.sourceKey(), site);
        if (annotation.foreignKey().length == 0) {
            inverses.of(component).ifPresent(inverse -> inverse.describe(association, site));
        }
        actions(association.key, annotation.onDelete(), annotation.onUpdate(), site);
        given(annotation.constraintName()).ifPresent(n -> association.key.constraintNames.add(new Declared<>(n, site)));
        if (annotation.unique()) {
            association.key.uniques.add(new Declared<>(Optional.empty(), site));
        }
        spec.add(new Association.HasOne(source, target, association, site));
    }

    private void belongsToMany(Model source, Model target, RecordComponent component, BelongsToMany annotation) {
        DeclarationSite site = RecordComponents.site(component);
        BelongsToManySpec association = new BelongsToManySpec();
        association.throughName = Optional.of(new Declared<>(annotation.through(), site));
        boolean generated = models.values().stream().noneMatch(m -> m.name().equals(annotation.through()));
        if (generated || annotation.timestamps()) {
            association.timestamps.add(new Declared<>(annotation.timestamps(), site));
        }
        add(association.otherKey.names, annotation.otherKey(), site);
        add(association.sourceKeys, annotation.sourceKey(), site);
        add(association.targetKeys, annotation.targetKey(), site);
        if (!annotation.unique()) {
            association.uniques.add(new Declared<>(false, site));
        }
        given(annotation.uniqueKey()).ifPresent(n -> association.uniqueKeys.add(new Declared<>(n, site)));
        describe(association, component, annotation.constraints(), annotation.foreignKey(), site);
        actions(association.key, annotation.onDelete(), annotation.onUpdate(), site);
        spec.add(new Association.BelongsToMany(source, target, association, site));
    }

    private static void describe(
            AssociationSpec<?> association,
            RecordComponent component,
            boolean constraints,
            String[] foreignKey,
            DeclarationSite site) {
        if (!(association instanceof HasOneSpec)) { // Sequelize 6 would name the other record's key after it
            association.alias = Optional.of(new Declared<>(component.getName(), site));
        }
        add(association.key.names, foreignKey, site);
        if (!constraints) {
            association.constraints = Optional.of(new Declared<>(false, site));
        }
    }

    private static void actions(
            KeySpec key, ReferentialAction[] onDelete, ReferentialAction[] onUpdate, DeclarationSite site) {
        Stream.of(onDelete).forEach(a -> key.onDelete.add(new Declared<>(a, site)));
        Stream.of(onUpdate).forEach(a -> key.onUpdate.add(new Declared<>(a, site)));
    }

    private static void add(List<Declared<List<String>>> answers, String[] names, DeclarationSite site) {
        if (names.length > 0) {
            answers.add(new Declared<>(List.of(names), site));
        }
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
