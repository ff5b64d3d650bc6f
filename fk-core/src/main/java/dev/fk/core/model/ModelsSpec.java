package dev.fk.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Collects models inside {@code Models.define(models -> …)}. */
@API(status = Status.EXPERIMENTAL)
public final class ModelsSpec {
    private final List<Model> models = new ArrayList<>();
    private final List<Association> associations = new ArrayList<>();

    ModelsSpec() {}

    /** Declares a model without attributes of its own. */
    public Model model(String name) {
        return model(name, m -> {});
    }

    /** Declares a model. Its name, not that of its table, decides the default names of foreign keys. */
    public Model model(String name, Consumer<ModelSpec> details) {
        ModelSpec spec = new ModelSpec();
        details.accept(spec);
        return model(name, spec, DeclarationSite.here());
    }

    Model model(String name, ModelSpec spec, DeclarationSite site) {
        Model model = new Model(this, name, spec, site);
        models.add(model);
        return model;
    }

    void add(Association association) {
        associations.add(association);
    }

    List<Model> models() {
        return List.copyOf(models);
    }

    List<Association> associations() {
        return List.copyOf(associations);
    }
}
