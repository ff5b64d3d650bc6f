package dev.fk.core.model;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Models and their associations, resolved. Immutable and thread-safe.
 *
 * <pre>{@code
 * Models models = Models.define(m -> {
 *     var user = m.model("User", u -> u.attribute("name", string(45).notNull()));
 *     var post = m.model("Post");
 *     user.hasMany(post, a -> a.foreignKey("authorId", key -> key.notNull()));
 * });
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
public final class Models {
    private final Schema schema;
    private final Map<String, QualifiedName> tables;
    private final Sites sites;

    Models(Schema schema, Map<String, QualifiedName> tables, Sites sites) {
        this.schema = schema;
        this.tables = Map.copyOf(tables);
        this.sites = sites;
    }

    /**
     * Declares models by {@link Conventions#sequelize6()}.
     *
     * @throws ModelException if the declarations contradict each other, with everything that is wrong
     */
    public static Models define(Consumer<ModelsSpec> declarations) {
        return define(Conventions.sequelize6(), declarations);
    }

    /**
     * Declares models by other conventions.
     *
     * @throws ModelException if the declarations contradict each other, with everything that is wrong
     */
    public static Models define(Conventions conventions, Consumer<ModelsSpec> declarations) {
        ModelsSpec spec = new ModelsSpec();
        declarations.accept(spec);
        return new ModelsResolver(conventions).resolve(spec);
    }

    /** The tables that the models and associations describe, in no server's normal form. */
    public Schema schema() {
        return schema;
    }

    /** The table of a model. */
    public Optional<QualifiedName> table(String model) {
        return Optional.ofNullable(tables.get(model));
    }

    /** The names of all models, those of generated tables between two others included. */
    public List<String> names() {
        return tables.keySet().stream().sorted().toList();
    }

    /** Where the table, or the foreign key or attribute on these columns, was declared: {@code ChatModels.java:27}. */
    public Optional<String> site(QualifiedName table, List<String> columns) {
        return sites.of(table, columns);
    }
}
