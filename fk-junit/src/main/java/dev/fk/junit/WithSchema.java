package dev.fk.junit;

import dev.fk.core.sync.SyncMode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Give every test a database in its declared state.
 *
 * <p>The database is bound to the test's thread, so that {@code table("chat")} finds it, and parameters of type
 * {@link dev.fk.core.database.Database}, {@link javax.sql.DataSource}, {@link java.sql.Connection},
 * {@link dev.fk.core.schema.Schema}, {@link dev.fk.core.schema.CanonicalSchema} and
 * {@link dev.fk.core.migration.QueryInterface} are resolved from it, in constructors, lifecycle methods and tests. A
 * connection is closed after the test, a schema is what the catalog says at that moment.
 *
 * <p>Annotations whose extension calls the test by itself, such as {@code @QuarkusTest}, belong below this one: what is above
 * them is called first, and no database is bound to the thread otherwise. Parameters are resolved in any order.
 *
 * <p>Works on classes and methods, through superclasses and interfaces, on annotations of your own, and for
 * {@code @Nested} classes through the classes around them. The closest annotation wins, attribute by attribute: what it
 * leaves at its default is looked up in the next one outwards, then in the configuration. Several of them with different
 * {@link #name names} are several databases. {@link SchemaSetup} is the same for code.
 *
 * <pre>{@code
 * @WithSchema(ChatModels.class)
 * class ChatSchemaTest {
 *     @Test
 *     void messages_need_a_participant(Connection connection) { … }
 *
 *     @Test
 *     @WithSchema(keep = Keep.ALWAYS)
 *     void leaves_its_database_behind(DataSource dataSource) { … }
 * }
 * }</pre>
 */
@API(status = Status.EXPERIMENTAL)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(WithSchemas.class)
@ExtendWith(SchemaExtension.class)
public @interface WithSchema {
    /**
     * What this database is called, if there are several: one may be without a name, and is the one that
     * {@code table("chat")} and parameters without {@link NamedDatabase} mean. Each has its own sources, isolation and
     * server, which may be of another kind. Declarations of one name are merged with each other alone.
     */
    String name() default "";

    /**
     * Where the tables come from, applied in this order: classes that implement
     * {@link dev.fk.core.source.SchemaSource} and have a constructor without arguments, and records, which become one set
     * of models. They come after {@link #flyway} and {@link #liquibase}, and before {@link #scripts}; a
     * {@link dev.fk.core.source.CompositeSource} puts sources into any other order. Without any source, the database is
     * empty.
     */
    Class<?>[] value() default {};

    /**
     * Where Flyway finds its migrations, as it is told elsewhere: {@code classpath:db/migration}, {@code filesystem:sql};
     * {@code {dialect}} or {@code {vendor}} stands for {@code postgresql}, {@code mysql} or {@code mariadb}. Runs before all
     * other sources, on the empty database that migrations expect. Needs Flyway on the class path; one that has to be
     * configured is a {@link dev.fk.junit.flyway.FlywaySource} in a class of {@link #value}.
     */
    String[] flyway() default {};

    /**
     * Changelogs of Liquibase: {@code classpath:db/changelog.xml}, {@code file:db/changelog.yaml}, with {@code {dialect}} as
     * in {@link #flyway}. They run in this order, after Flyway and before all other sources. Needs Liquibase on the class
     * path; contexts, labels and parameters are for a {@link dev.fk.junit.liquibase.LiquibaseSource} in a class of
     * {@link #value}.
     */
    String[] liquibase() default {};

    /**
     * SQL scripts: {@code classpath:schema.sql}, {@code file:db/rows.sql}, {@code classpath:db/*.sql} for all of a folder,
     * with {@code {dialect}} as in {@link #flyway}.
     * They run in this order and last, so that they may put rows into the tables of all other sources.
     *
     * @see dev.fk.core.source.ScriptSource
     */
    String[] scripts() default {};

    /**
     * How models become tables; one, or none for what is configured as {@code fk.sync}, which is
     * {@link SyncMode#CREATE} at first. With {@link SyncMode#NONE} the database stays empty, whatever sources are
     * named: the test makes its own tables.
     */
    SyncMode[] sync() default {};

    /** Who shares a database. On a method it can only be {@link Isolation#PER_METHOD}. */
    Isolation isolation() default Isolation.DEFAULT;

    /** Which databases are still there when the test is over. */
    Keep keep() default Keep.DEFAULT;

    /** Which kind of server: {@code postgresql}, unless {@code fk.dialect} says otherwise. */
    String dialect() default "";

    /**
     * What to start in a container, such as {@code mysql:8.0}; none for what is configured as {@code fk.<dialect>.image}. With
     * an image no other version is started instead, neither embedded nor installed. A server that runs already, {@code
     * fk.<dialect>.url}, is used all the same.
     */
    String image() default "";

    /** What becomes of the tests if there is no such server. */
    WhenUnavailable whenUnavailable() default WhenUnavailable.DEFAULT;
}
