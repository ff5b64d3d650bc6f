package dev.fk.junit.provision;

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
    private final Workshop workshop;
    private final Map<Object, CompletableFuture<Stock>> stocks = new ConcurrentHashMap<>();

    public DatabaseSupply(Server server) {
        this.workshop = new Workshop(server);
    }

    /**
     * A database that nobody else has.
     *
     * @throws ProvisioningException if the blueprint cannot be built, every time anew, or the server fails
     */
    public TestDatabase take(Blueprint blueprint) {
        Stock stock = stock(blueprint);
        try {
            return workshop.lend(stock.take());
        } catch (SQLException e) {
            throw new ProvisioningException("Cannot copy the database of " + blueprint + ": " + e.getMessage(), e);
        }
    }

    private Stock stock(Blueprint blueprint) {
        CompletableFuture<Stock> mine = new CompletableFuture<>();
        CompletableFuture<Stock> first = stocks.putIfAbsent(blueprint.key(), mine);
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

    private void build(Blueprint blueprint, CompletableFuture<Stock> stock) {
        String name = workshop.newName();
        DatabaseFactory databases = workshop.server().databases();
        boolean created = false;
        boolean complete = false;
        try {
            databases.create(name);
            created = true;
            try (ConnectionPool connections = workshop.connections(name)) {
                blueprint.build(connections.dataSource());
            }
            databases.freeze(name);
            complete = true;
        } catch (SQLException | RuntimeException | Error failed) {
            stock.completeExceptionally(failed);
            if (created) {
                workshop.discardSoon(name);
            }
        }
        if (complete) {
            stock.complete(new Stock(workshop, name));
        }
    }

    /** Drops what is left, templates included, and lets go of the server. */
    @Override
    public void close() {
        for (CompletableFuture<Stock> future : stocks.values()) {
            if (future.isDone() && !future.isCompletedExceptionally()) {
                Stock stock = future.join();
                stock.close().forEach(copy -> {
                    copy.connections().close();
                    workshop.discardSoon(copy.name());
                });
                workshop.discardSoon(stock.template());
            }
        }
        workshop.close();
    }
}
