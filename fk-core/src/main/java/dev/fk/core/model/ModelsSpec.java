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
    private boolean closed;

    ModelsSpec() {}

    /** Declares a model without attributes of its own. */
    public Model model(String name) {
        return model(name, m -> {});
    }

    /** Declares a model. Its name, not that of its table, decides the default names of foreign keys. */
    public Model model(String name, Consumer<ModelSpec> details) {
        Given.all(name, details);
        ModelSpec spec = new ModelSpec();
        details.accept(spec);
        return model(name, spec, DeclarationSite.here());
    }

    Model model(String name, ModelSpec spec, DeclarationSite site) {
        checkIsOpen("Model " + name, site);
        Model model = new Model(this, name, spec, site);
        models.add(model);
        return model;
    }

    void add(Association association) {
        checkIsOpen(association.describe(), association.site());
        associations.add(association);
    }

    /** What is declared later would be lost, so it is refused. */
    void close() {
        closed = true;
    }

    private void checkIsOpen(String what, DeclarationSite site) {
        if (closed) {
            throw new IllegalStateException(what + " at " + site + " is declared after its Models.define has returned, "
                    + "where it has no effect. Move it into the lambda.");
        }
    }

    List<Model> models() {
        return List.copyOf(models);
    }

    List<Association> associations() {
        return List.copyOf(associations);
    }
}
