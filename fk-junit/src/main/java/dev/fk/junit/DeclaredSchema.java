package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.provision.Blueprint;
import dev.fk.junit.provision.TestDatabase;
import dev.fk.junit.provision.Use;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@link WithSchema} declares for a place in a test run, for extensions that do more with it. */
@API(status = Status.INTERNAL)
public final class DeclaredSchema {
    private final ExtensionContext context;
    private final TestScope scope;

    private DeclaredSchema(ExtensionContext context, TestScope scope) {
        this.context = context;
        this.scope = scope;
    }

    /**
     * The one without a name, if there are several.
     *
     * @throws ExtensionConfigurationException if there is no annotation
     */
    public static DeclaredSchema of(ExtensionContext context) {
        return TestScope.of(context).stream()
                .filter(scope -> scope.name().isEmpty())
                .findFirst()
                .map(scope -> new DeclaredSchema(context, scope))
                .orElseThrow(() -> new ExtensionConfigurationException(
                        context.getDisplayName() + " has no @WithSchema, which says where its schema comes from."));
    }

    /** In the order in which they are applied. */
    public List<SchemaSource> sources() {
        return Sources.of(scope.config().sources());
    }

    /** Whether the test begins with an empty database. */
    public boolean beginsEmpty() {
        return scope.config().sync() == SyncMode.NONE;
    }

    /** The database of the test. */
    public Database database() {
        return lease().database();
    }

    /** From now on, the statements about tables that ran on it since the last question. */
    public Supplier<List<Sql>> recordDdl() {
        return lease().statements().recordDdl();
    }

    private Lease lease() {
        ExtensionContext owner = scope.owner()
                .orElseThrow(
                        () -> new ExtensionConfigurationException("There is no database here: " + scope.whyNone()));
        return Lease.of(owner, scope, server());
    }

    /** One more database on the same server, in which a source was applied; gone when this test ends. */
    public Database another(SchemaSource source) {
        TestDatabase handed = server().take(new Built(source), Use.ALONE);
        AutoCloseable atEnd = handed::giveBack;
        Lease.store(context).put(handed, atEnd);
        return Database.of(handed.dataSource());
    }

    private SessionServer server() {
        return TestSession.of(context).server(scope.config().server());
    }

    private record Built(SchemaSource source) implements Blueprint {
        @Override
        public Object key() {
            return List.of(source.getClass().getName(), source.fingerprint());
        }

        @Override
        public void build(DataSource empty) {
            Building.apply(source, Database.of(empty), empty);
        }

        @Override
        public String toString() {
            return source.toString();
        }
    }
}
