package dev.fk.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Builds {@code movie.belongsToMany(actor, a -> a.through("ActorMovies"))}. The table between the two has a foreign key to
 * each; {@code foreignKey}, {@code onDelete} and {@code onUpdate} speak of the one to the model on the left, {@code otherKey}
 * of the one to the model on the right.
 */
@API(status = Status.EXPERIMENTAL)
public final class BelongsToManySpec extends AssociationSpec<BelongsToManySpec> {
    final KeySpec otherKey = new KeySpec();
    final List<Declared<List<String>>> sourceKeys = new ArrayList<>();
    final List<Declared<List<String>>> targetKeys = new ArrayList<>();
    final List<Declared<Boolean>> uniques = new ArrayList<>();
    final List<Declared<Boolean>> timestamps = new ArrayList<>();
    final List<Declared<String>> uniqueKeys = new ArrayList<>();
    Optional<Declared<String>> throughName = Optional.empty();
    Optional<Declared<Model>> throughModel = Optional.empty();
    Optional<Declared<Boolean>> paranoid = Optional.empty();

    BelongsToManySpec() {}

    @Override
    BelongsToManySpec self() {
        return this;
    }

    /** The model of this name if there is one, else a new table of exactly this name. */
    public BelongsToManySpec through(String modelOrTable) {
        throughName = Optional.of(Declared.here(modelOrTable));
        return this;
    }

    /** A model that is declared. If it has no primary key of its own, the two foreign keys become it. */
    public BelongsToManySpec through(Model model) {
        throughModel = Optional.of(Declared.here(model));
        return this;
    }

    /** The attributes of the table between that reference the target, one for each part of its key. */
    public BelongsToManySpec otherKey(String... attributes) {
        otherKey.names.add(Declared.here(Given.names(attributes)));
        return this;
    }

    /** {@link #otherKey(String...)} with details. */
    public BelongsToManySpec otherKey(String attribute, Consumer<KeySpec> details) {
        Given.all(attribute, details);
        return otherKey(attribute).otherKey(details);
    }

    /** Details of the foreign key to the target, which keeps its default name. */
    public BelongsToManySpec otherKey(Consumer<KeySpec> details) {
        Given.all(details);
        details.accept(otherKey);
        return this;
    }

    /** The attributes of the model on the left that are referenced, by default its primary key. They must be unique. */
    public BelongsToManySpec sourceKey(String... attributes) {
        sourceKeys.add(Declared.here(Given.names(attributes)));
        return this;
    }

    /** The attributes of the model on the right that are referenced, by default its primary key. They must be unique. */
    public BelongsToManySpec targetKey(String... attributes) {
        targetKeys.add(Declared.here(Given.names(attributes)));
        return this;
    }

    /** With {@code false} a pair may occur several times: the table between gets, or keeps, a key of its own. */
    public BelongsToManySpec unique(boolean pairs) {
        uniques.add(Declared.here(pairs));
        return this;
    }

    /** The name of the unique constraint over both foreign keys, on a table that has a primary key of its own. */
    public BelongsToManySpec uniqueKey(String name) {
        uniqueKeys.add(Declared.here(name));
        return this;
    }

    /** The new table gets {@code createdAt} and {@code updatedAt}, whatever the conventions say. */
    public BelongsToManySpec timestamps() {
        timestamps.add(Declared.here(true));
        return this;
    }

    /** The new table gets no timestamps, whatever the conventions say. */
    public BelongsToManySpec noTimestamps() {
        timestamps.add(Declared.here(false));
        return this;
    }

    /** The new table marks rows as deleted in {@code deletedAt}. */
    public BelongsToManySpec paranoid() {
        paranoid = Optional.of(Declared.here(true));
        return this;
    }
}
