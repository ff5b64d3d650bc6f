package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.Standstill;
import dev.fk.core.dialect.Sql;
import dev.fk.core.source.SchemaSource;
import dev.fk.junit.report.Hang;
import dev.fk.junit.report.Patience;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Applies a source to a database that nobody else knows. Who waits for a lock there waits for another connection of the same
 * source, as {@code CREATE INDEX CONCURRENTLY} does for the one on which Flyway keeps its own lock: on PostgreSQL for good. A
 * connection that waits at two looks has its statement cancelled, so that the source fails.
 */
final class Building {
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    private final SchemaSource source;
    private final DataSource beside;
    private Set<Sql> seen = Set.of();
    private Hang cancelled = new Hang(List.of(), List.of(), true);

    private Building(SchemaSource source, DataSource beside) {
        this.source = source;
        this.beside = beside;
    }

    static void apply(SchemaSource source, Database database, DataSource beside) {
        new Building(source, Patience.limited(beside)).apply(database);
    }

    private void apply(Database database) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(look -> {
            Thread thread = new Thread(look, "fk-building");
            thread.setDaemon(true);
            return thread;
        });
        Future<?> looking = looks.scheduleWithFixedDelay(
                this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        try {
            source.applyTo(database);
        } catch (RuntimeException failure) {
            throw explained(failure);
        } finally {
            looking.cancel(true);
            looks.shutdownNow();
        }
    }

    private synchronized void look() {
        try {
            Database database = Database.of(beside);
            List<Standstill> waiting = new Hang(database.inquiry().standstill(), List.of(), true)
                    .onlyWaiting()
                    .statements();
            List<Standstill> still =
                    waiting.stream().filter(s -> seen.contains(s.cancelling())).toList();
            seen = waiting.stream().map(Standstill::cancelling).collect(Collectors.toSet());
            if (!still.isEmpty()) {
                cancelled = new Hang(still, List.of(), true);
                still.forEach(s -> database.execute(s.cancelling()));
            }
        } catch (DatabaseException unreachable) {
            System.getLogger(WithSchema.class.getName())
                    .log(Level.DEBUG, "Cannot see whether " + source + " waits for itself", unreachable);
        }
    }

    private synchronized RuntimeException explained(RuntimeException failure) {
        return cancelled.isNone()
                ? failure
                : new IllegalStateException(
                        failure.getMessage() + "\n"
                                + cancelled.text(
                                        "the database that it builds",
                                        source.getClass().getPackageName()),
                        failure);
    }
}
