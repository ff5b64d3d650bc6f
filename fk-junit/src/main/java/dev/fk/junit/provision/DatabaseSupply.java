package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Databases in their declared state, on one server. What a blueprint says is built once, as a template that is never
 * handed out; everybody gets a copy. Who asks while it is being built waits for the same template. Thread-safe.
 */
@API(status = Status.INTERNAL)
public final class DatabaseSupply implements AutoCloseable {
    private final Tenancy tenancy;
    private final Workshop workshop;
    private final Templates templates;
    private final Map<Object, FutureTask<String>> built = new ConcurrentHashMap<>();
    private final Map<Shelf, Stock> stocks = new ConcurrentHashMap<>();

    /** Templates on this server are ours alone. */
    public DatabaseSupply(Server server) {
        this(server, Reuse.NONE);
    }

    public DatabaseSupply(Server server, Reuse reuse) {
        this.tenancy = Tenancy.begin(server, reuse);
        this.workshop = new Workshop(server, tenancy);
        this.templates = new Templates(workshop, tenancy, reuse);
        workshop.soon(tenancy::sweep);
    }

    /**
     * A database as the blueprint says.
     *
     * @throws ProvisioningException if the blueprint cannot be built, every time anew, or the server fails
     */
    public TestDatabase take(Blueprint blueprint, Use use) {
        String template = template(blueprint);
        Stock stock = stocks.computeIfAbsent(new Shelf(template, use), s -> new Stock(workshop, template, use));
        try {
            return workshop.lend(stock.take());
        } catch (SQLException e) {
            throw new ProvisioningException("Cannot copy the database of " + blueprint + ": " + e.getMessage(), e);
        }
    }

    /**
     * A FutureTask, because who waits for it just waits: for a CompletableFuture, a fork-join pool adds a thread, JUnit a
     * test on that thread, and hundreds of them would want databases at the same moment.
     */
    private String template(Blueprint blueprint) {
        FutureTask<String> mine = new FutureTask<>(() -> templates.of(blueprint));
        FutureTask<String> first = built.putIfAbsent(blueprint.key(), mine);
        if (first == null) {
            mine.run();
        }
        try {
            return (first == null ? mine : first).get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ProvisioningException(
                    "Cannot build the database of " + blueprint + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningException("Interrupted while the database of " + blueprint + " was built", e);
        }
    }

    /** Drops what is left, templates included that nobody else needs, and lets go of the server. */
    @Override
    public void close() {
        stocks.values().forEach(stock -> stock.close().forEach(workshop::discardSoon));
        List<String> made =
                built.values().stream().flatMap(DatabaseSupply::result).toList();
        workshop.finish();
        try {
            tenancy.leave();
            templates.discard(made);
            tenancy.close();
        } catch (SQLException e) {
            System.getLogger(DatabaseSupply.class.getName())
                    .log(Level.WARNING, "Not all of " + made + " could be dropped: " + e.getMessage());
        } finally {
            workshop.server().databases().close();
            workshop.server().close();
        }
    }

    private static Stream<String> result(FutureTask<String> template) {
        try {
            return template.isDone() ? Stream.of(template.get()) : Stream.empty();
        } catch (ExecutionException | InterruptedException failed) {
            return Stream.empty();
        }
    }

    /** Where the copies of one template are that are used alike. */
    private record Shelf(String template, Use use) {}
}
