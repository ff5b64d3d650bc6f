package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.TestDatabase;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.TestAbortedException;

/** A database in the hands of a test or class. JUnit closes it when the owner's context ends, after everything else. */
final class Lease implements AutoCloseable {
    private static final Namespace NAMESPACE = Namespace.create(Lease.class);

    private final ExtensionContext owner;
    private final Keep keep;
    private final SessionServer server;
    private final TestDatabase handed;
    private final Database database;
    private final AtomicBoolean failed = new AtomicBoolean();

    private Lease(ExtensionContext owner, Keep keep, SessionServer server, TestDatabase handed, Database database) {
        this.owner = owner;
        this.keep = keep;
        this.server = server;
        this.handed = handed;
        this.database = database;
    }

    /** The one lease of this owner; made when first asked for. */
    static Lease of(ExtensionContext owner, SchemaConfig config, SessionServer server) {
        // The owner's id is part of the key, because stores inherit from the stores around them.
        return store(owner)
                .getOrComputeIfAbsent(
                        "lease of " + owner.getUniqueId(), key -> take(owner, config, server), Lease.class);
    }

    private static Lease take(ExtensionContext owner, SchemaConfig config, SessionServer server) {
        SchemaBlueprint blueprint = TestSession.of(owner).blueprint(config);
        TestDatabase handed = server.take(blueprint, config.isolation().use());
        boolean ready = false;
        try {
            Database database = blueprint.database(handed.dataSource());
            server.is(database.server());
            ready = true;
            return new Lease(owner, config.keep(), server, handed, database);
        } finally {
            if (!ready) {
                handed.giveBack();
            }
        }
    }

    static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    Database database() {
        return database;
    }

    SessionServer server() {
        return server;
    }

    /** Has a failure in this context count, where the database lives longer than the context. */
    void watch(ExtensionContext context) {
        if (!context.getUniqueId().equals(owner.getUniqueId())) {
            AutoCloseable atEnd = () -> failure(context).ifPresent(this::failed);
            store(context).put("watch", atEnd);
        }
    }

    /** A test failed on this database: it is kept if that is wanted, and the failure says where. */
    void failed(Throwable failure) {
        failed.set(true);
        boolean told = false;
        for (Throwable suppressed : failure.getSuppressed()) {
            told |= suppressed instanceof KeptDatabase;
        }
        if (keep != Keep.NEVER && !told) {
            failure.addSuppressed(new KeptDatabase(handed.keep()));
        }
    }

    @Override
    public void close() {
        failure(owner).ifPresent(this::failed);
        if (keep == Keep.ALWAYS && !failed.get()) {
            System.getLogger(WithSchema.class.getName())
                    .log(Level.INFO, owner.getDisplayName() + ": " + KeptDatabase.text(handed.keep()));
        }
        if (keep == Keep.ALWAYS || (keep == Keep.ON_FAILURE && failed.get())) {
            handed.disconnect();
        } else {
            handed.giveBack()
                    .ifPresent(remark -> System.getLogger(WithSchema.class.getName())
                            .log(Level.WARNING, owner.getDisplayName() + ": " + remark));
        }
    }

    private static Optional<Throwable> failure(ExtensionContext context) {
        return context.getExecutionException().filter(t -> !(t instanceof TestAbortedException));
    }
}
