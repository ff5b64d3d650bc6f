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
        Given.all(conventions, declarations);
        ModelsSpec spec = new ModelsSpec();
        declarations.accept(spec);
        spec.close();
        return new ModelsResolver(conventions, new Problems()).resolve(spec);
    }

    /**
     * Reads models from records by {@link Conventions#sequelize6()}. A component is an attribute of its name, not null
     * unless it is an {@code Optional} or annotated with some {@code Nullable}; the annotations beside
     * {@link dev.fk.core.model.annotation.Table} say more. The table has no timestamps but those that are components.
     *
     * <table>
     * <caption>Types</caption>
     * <tr><th>Java<th>attribute
     * <tr><td>{@code boolean}<td>{@code bool()}
     * <tr><td>{@code byte}, {@code short}, {@code int}, {@code long}
     *     <td>{@code tinyInteger()}, {@code smallInteger()}, {@code integer()}, {@code bigInteger()}
     * <tr><td>{@code float}, {@code double}<td>{@code floating(24)}, {@code doublePrecision()}
     * <tr><td>{@code BigDecimal}, {@code BigInteger}<td>{@code decimal()}
     * <tr><td>{@code char}<td>{@code character(1)}
     * <tr><td>{@code String}<td>{@code string()}, or {@code text()} with {@code @Text}, {@code enumOf(...)} with {@code @OneOf}
     * <tr><td>an enum<td>{@code enumOf(...)} of the names of its constants
     * <tr><td>{@code byte[]}<td>{@code blob()}
     * <tr><td>{@code UUID}<td>{@code uuid()}
     * <tr><td>{@code LocalDate}, {@code LocalTime}<td>{@code date()}, {@code time()}
     * <tr><td>{@code LocalDateTime}, {@code Instant}, {@code OffsetDateTime}, {@code ZonedDateTime}<td>{@code dateTime()}
     * <tr><td>an array of one of these<td>{@code array(...)}
     * </table>
     *
     * @throws ModelException if a component cannot be read, or the records contradict each other
     */
    public static Models of(Class<?>... records) {
        return of(Conventions.sequelize6(), records);
    }

    /**
     * Reads models from records by other conventions.
     *
     * @throws ModelException if a component cannot be read, or the records contradict each other
     */
    public static Models of(Conventions conventions, Class<?>... records) {
        Problems problems = new Problems();
        ModelsSpec spec = new ModelsSpec();
        new RecordReader(conventions, spec, problems).read(List.of(records));
        return new ModelsResolver(conventions, problems).resolve(spec);
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
