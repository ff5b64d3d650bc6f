package dev.fk.core.model;

import dev.fk.core.model.annotation.Check;
import dev.fk.core.model.annotation.Index;
import dev.fk.core.model.annotation.Table;
import dev.fk.core.model.annotation.Transient;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declares the models that records describe, with the same specs that lambdas fill. */
final class RecordReader {
    private final Conventions conventions;
    private final ModelsSpec spec;
    private final Problems problems;
    private final Map<Class<?>, Model> models = new LinkedHashMap<>();

    RecordReader(Conventions conventions, ModelsSpec spec, Problems problems) {
        this.conventions = conventions;
        this.spec = spec;
        this.problems = problems;
    }

    void read(List<Class<?>> records) {
        for (Class<?> type : records) {
            if (type.isRecord()) {
                models.computeIfAbsent(type, this::model);
            } else {
                problems.add(type.getName() + " is not a record. Models.of(...) reads the components of records; "
                        + "describe anything else with Models.define(...).");
            }
        }
        RecordAssociations associations = new RecordAssociations(conventions, spec, models, problems);
        models.forEach((type, model) -> {
            for (RecordComponent component : type.getRecordComponents()) {
                if (ComponentCheck.isAssociation(component)) {
                    associations.read(model, component);
                }
            }
        });
    }

    private Model model(Class<?> type) {
        DeclarationSite site = new DeclarationSite(type.getSimpleName());
        ModelSpec model = new ModelSpec();
        model.timestamps = Optional.of(new Declared<>(false, site));
        Optional.ofNullable(type.getAnnotation(Table.class)).ifPresent(table -> describe(model, table, site));
        RecordAttributes attributes = new RecordAttributes(problems);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!ComponentCheck.isAssociation(component) && !RecordComponents.isPresent(component, Transient.class)) {
                attributes
                        .read(component)
                        .ifPresent(a -> model.attribute(
                                component.getName(), new PlainAttribute(a), RecordComponents.site(component)));
            }
        }
        for (Index index : type.getAnnotationsByType(Index.class)) {
            model.indexes.add(new Declared<>(index(index), site));
        }
        for (Check check : type.getAnnotationsByType(Check.class)) {
            model.checks.add(new Declared<>(new ModelSpec.CheckSpec(given(check.name()), check.value()), site));
        }
        return spec.model(type.getSimpleName(), model, site);
    }

    private static void describe(ModelSpec model, Table table, DeclarationSite site) {
        model.tableName = given(table.value());
        model.schema = given(table.schema());
        model.comment = given(table.comment());
        if (table.underscored()) {
            model.underscored = Optional.of(true);
        }
        model.timestamps = Optional.of(new Declared<>(table.timestamps(), site));
    }

    private static IndexSpec index(Index index) {
        IndexSpec spec = new IndexSpec().on(index.value());
        given(index.name()).ifPresent(spec::named);
        given(index.using()).ifPresent(spec::using);
        given(index.where()).ifPresent(spec::where);
        return index.unique() ? spec.unique() : spec;
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
