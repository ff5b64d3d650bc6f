package dev.fk.core.model;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A model that was declared, on which its associations are. They can be declared in any order and from either side or
 * both; two descriptions of one foreign key are merged, and what one of them says beats what the other leaves open.
 */
@API(status = Status.EXPERIMENTAL)
public final class Model {
    private final ModelsSpec owner;
    private final String name;
    private final ModelSpec spec;
    private final DeclarationSite site;

    Model(ModelsSpec owner, String name, ModelSpec spec, DeclarationSite site) {
        this.owner = owner;
        this.name = name;
        this.spec = spec;
        this.site = site;
    }

    public String name() {
        return name;
    }

    /** Whether both are declared in one Models.define. */
    boolean isOf(Model other) {
        return owner == other.owner;
    }

    ModelSpec spec() {
        return spec;
    }

    DeclarationSite site() {
        return site;
    }

    /** One row of this model belongs to at most one of the target's; the target gets the foreign key. */
    public Model hasOne(Model target) {
        return hasOne(target, a -> {});
    }

    /** {@link #hasOne(Model)} with details. */
    public Model hasOne(Model target, Consumer<HasOneSpec> details) {
        Given.all(target, details);
        HasOneSpec association = new HasOneSpec();
        details.accept(association);
        return add(new Association.HasOne(this, target, association, DeclarationSite.here()));
    }

    /** The target gets the foreign key to this model. */
    public Model hasMany(Model target) {
        return hasMany(target, a -> {});
    }

    /** {@link #hasMany(Model)} with details. */
    public Model hasMany(Model target, Consumer<HasManySpec> details) {
        Given.all(target, details);
        HasManySpec association = new HasManySpec();
        details.accept(association);
        return add(new Association.HasMany(this, target, association, DeclarationSite.here()));
    }

    /** This model gets the foreign key to the target. */
    public Model belongsTo(Model target) {
        return belongsTo(target, a -> {});
    }

    /** {@link #belongsTo(Model)} with details. */
    public Model belongsTo(Model target, Consumer<BelongsToSpec> details) {
        Given.all(target, details);
        BelongsToSpec association = new BelongsToSpec();
        details.accept(association);
        return add(new Association.BelongsTo(this, target, association, DeclarationSite.here()));
    }

    /** A table between the two gets a foreign key to each; the details must say {@code through} which. */
    public Model belongsToMany(Model target, Consumer<BelongsToManySpec> details) {
        Given.all(target, details);
        BelongsToManySpec association = new BelongsToManySpec();
        details.accept(association);
        return add(new Association.BelongsToMany(this, target, association, DeclarationSite.here()));
    }

    private Model add(Association association) {
        owner.add(association);
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
