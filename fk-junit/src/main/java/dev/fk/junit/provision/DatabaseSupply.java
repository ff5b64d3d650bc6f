package dev.fk.junit.provision;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Databases in their declared state, on one server. What a blueprint says is built once, as a template that is never
 * handed out; everybody gets a copy. Who asks while it is being built waits for the same template. Thread-safe.
 */
@API(status = Status.INTERNAL)
public final class DatabaseSupply implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 2;

    private final SecureRandom random = new SecureRandom();
    private final Server server;
    private final Dropper dropper;
    private final Map<Object, CompletableFuture<String>> templates = new ConcurrentHashMap<>();

    public DatabaseSupply(Server server) {
        this.server = server;
        this.dropper = new Dropper(server.databases());
    }

    /**
     * A database that nobody else has.
     *
     * @throws ProvisioningException if the blueprint cannot be built, every time anew, or the server fails
     */
    public TestDatabase take(Blueprint blueprint) {
        String template = template(blueprint);
        String name = newName();
        try {
            server.databases().copy(template, name);
        } catch (SQLException e) {
            throw new ProvisioningException("Cannot copy the database of " + blueprint + ": " + e.getMessage(), e);
        }
        return new TestDatabase(server, dropper, name, pool(name));
    }

    private String template(Blueprint blueprint) {
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = templates.putIfAbsent(blueprint.key(), mine);
        if (first == null) {
            build(blueprint, mine);
        }
        try {
            return (first == null ? mine : first).join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ProvisioningException(
                    "Cannot build the database of " + blueprint + ": " + cause.getMessage(), cause);
        }
    }

    private void build(Blueprint blueprint, CompletableFuture<String> template) {
        String name = newName();
        boolean created = false;
        boolean complete = false;
        try {
            server.databases().create(name);
            created = true;
            try (ConnectionPool pool = pool(name)) {
                blueprint.build(pool.dataSource());
            }
            server.databases().freeze(name);
            complete = true;
        } catch (SQLException | RuntimeException | Error failed) {
            template.completeExceptionally(failed);
            if (created) {
                dropper.drop(name);
            }
        }
        if (complete) {
            template.complete(name);
        }
    }

    private ConnectionPool pool(String database) {
        return new ConnectionPool(server.connectTo(database), server.databases().renewal(database), IDLE_CONNECTIONS);
    }

    /** {@code fk_} and enough chance that two never meet, on a server that others use as well. */
    private String newName() {
        return "fk_" + Long.toString(random.nextLong() >>> 10, Character.MAX_RADIX);
    }

    /** Drops the templates and lets go of the server. */
    @Override
    public void close() {
        for (CompletableFuture<String> template : templates.values()) {
            if (template.isDone() && !template.isCompletedExceptionally()) {
                dropper.drop(template.join());
            }
        }
        dropper.close();
        server.databases().close();
        server.close();
    }
}
