package dev.fk.junit;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.sync.SyncMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The same as {@link WithSchema}, for declarations that need code: sources that are objects, values that are computed. Every
 * attribute of the annotation has a method here, and what is left open is looked up in the same places. Immutable: each
 * method returns another setup.
 *
 * <pre>{@code
 * class ShopTest {
 *     @RegisterExtension
 *     static final SchemaSetup SHOP = SchemaSetup.of(ShopModels.MODELS).scripts("rows.sql");
 *
 *     @RegisterExtension
 *     static final SchemaSetup AUDIT = SchemaSetup.of(AuditModels.class).named("audit").dialect("mysql");
 *
 *     @Test
 *     void orders_exist(Connection shop) {
 *         assertThat(table("orders")).exists();
 *         assertThat(table(AUDIT.database(), "entries")).exists();
 *     }
 * }
 * }</pre>
 *
 * A static field is for all tests of its class, one that is not static is for each test method alone, unless JUnit makes
 * one instance for the whole class. Annotations on the same class or closer to the test are merged with it, attribute by
 * attribute; where both say something on the same element, the setup wins.
 */
@API(status = Status.EXPERIMENTAL)
public final class SchemaSetup extends DatabaseCallbacks {
    private static final String TOO_EARLY =
            " If its field is not static, JUnit knows of it only when the constructor and the initializers of all fields"
                    + " are through: make the field static, or ask in @BeforeEach or the test.";

    private static final String ANY_TIME =
            " A SchemaSetup in a field with @RegisterExtension has its database while a test runs;"
                    + " open() makes one at any time.";

    private final Declared declared;

    private SchemaSetup(Declared declared) {
        this.declared = declared;
    }

    /** @param types as in {@link WithSchema#value} */
    public static SchemaSetup of(Class<?>... types) {
        return new SchemaSetup(Declared.nothing()).adding(sources(List.of(types), List.of()));
    }

    /** A database with the tables of these models. */
    public static SchemaSetup of(Models models) {
        return of(new Given(models));
    }

    /** A database that these sources fill, in this order. */
    public static SchemaSetup of(SchemaSource first, SchemaSource... more) {
        List<SchemaSource> all = new ArrayList<>(List.of(more));
        all.add(0, first);
        return new SchemaSetup(Declared.nothing()).adding(sources(List.of(), all));
    }

    private static DeclaredSources sources(List<Class<?>> types, List<SchemaSource> given) {
        return new DeclaredSources(types, given, List.of(), List.of(), List.of());
    }

    /** As {@link WithSchema#name}. */
    public SchemaSetup named(String name) {
        return new SchemaSetup(declared.withName(Objects.requireNonNull(name)));
    }

    /** As {@link WithSchema#flyway}. */
    public SchemaSetup flyway(String... locations) {
        return adding(new DeclaredSources(List.of(), List.of(), List.of(locations), List.of(), List.of()));
    }

    /** As {@link WithSchema#liquibase}. */
    public SchemaSetup liquibase(String... changelogs) {
        return adding(new DeclaredSources(List.of(), List.of(), List.of(), List.of(changelogs), List.of()));
    }

    /** As {@link WithSchema#scripts}. */
    public SchemaSetup scripts(String... scripts) {
        return adding(new DeclaredSources(List.of(), List.of(), List.of(), List.of(), List.of(scripts)));
    }

    /** As {@link WithSchema#sync}. */
    public SchemaSetup sync(SyncMode mode) {
        return new SchemaSetup(declared.withSync(mode));
    }

    /** As {@link WithSchema#isolation}. */
    public SchemaSetup isolation(Isolation isolation) {
        return new SchemaSetup(declared.withIsolation(isolation));
    }

    /** As {@link WithSchema#keep}. */
    public SchemaSetup keep(Keep keep) {
        return new SchemaSetup(declared.withKeep(keep));
    }

    /** As {@link WithSchema#dialect}. */
    public SchemaSetup dialect(String dialect) {
        return new SchemaSetup(declared.withDialect(dialect));
    }

    /** As {@link WithSchema#image}. */
    public SchemaSetup image(String image) {
        return new SchemaSetup(declared.withImage(image));
    }

    /** As {@link WithSchema#whenUnavailable}. */
    public SchemaSetup whenUnavailable(WhenUnavailable what) {
        return new SchemaSetup(declared.withWhenUnavailable(what));
    }

    /**
     * A database of this kind now, outside JUnit: for frameworks that want a URL before their tests begin, and for main
     * methods. Those that are open at the same time share a server, and what is declared alike is built once for them.
     *
     * @throws dev.fk.junit.provision.NoServerException if there is no server
     */
    public OpenDatabase open() {
        return OpenDatabase.of(declared);
    }

    private SchemaSetup adding(DeclaredSources more) {
        return new SchemaSetup(declared.withSources(declared.sources().and(more)));
    }

    /**
     * The database of the test that runs on this thread.
     *
     * @throws IllegalStateException if there is none; says why
     */
    public Database database() {
        try {
            return CurrentDatabase.get(declared.name());
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + (isConstructing() ? TOO_EARLY : "") + ANY_TIME, e);
        }
    }

    /** Whether a constructor, or an initializer of a field that is not static, asks. */
    private static boolean isConstructing() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> !f.getClassName().equals(SchemaSetup.class.getName()))
                        .findFirst()
                        .filter(f -> f.getMethodName().equals("<init>"))
                        .isPresent());
    }

    /** New connections to {@link #database}. */
    public DataSource dataSource() {
        return database().dataSource();
    }

    /** The JDBC URL of {@link #database}, without user and password. */
    public String url() {
        return database().url();
    }

    Declared declared() {
        return declared;
    }

    @Override
    void declare(ExtensionContext context) {
        Declarations.add(this, context);
    }

    @Override
    boolean isInCharge(ExtensionContext context) {
        return Declarations.inCharge(context).filter(this::equals).isPresent();
    }

    /** Where the sources come from, for messages. */
    @Override
    public String toString() {
        return "SchemaSetup of " + declared.sources();
    }

    /** Models that are an object already. */
    private record Given(Models models) implements ModelSource {
        @Override
        public String toString() {
            return "models";
        }
    }
}
