package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Migrations on their way through a database: they stop where it is wanted, so that rows can be put in between.
 *
 * <pre>{@code
 * Migrations migrations = Migrations.of(database, FlywaySource.of("classpath:db/migration"));
 * migrations.to("3");
 * database.execute(new Sql("INSERT INTO orders (id) VALUES (1)"));
 * migrations.toHead();
 * }</pre>
 *
 * The database is one in which none of them has run.
 */
@API(status = Status.EXPERIMENTAL)
public final class Migrations {
    private final Database database;
    private final MigrationSet set;
    private final List<Stop> stops;
    private final AtomicInteger done = new AtomicInteger();
    private final Map<SteppedSource, Optional<String>> withoutUndo = new ConcurrentHashMap<>();

    private record Stop(SteppedSource source, MigrationStep step) {}

    private Migrations(Database database, MigrationSet set, List<Stop> stops) {
        this.database = database;
        this.set = set;
        this.stops = stops;
    }

    /** Sources in the order in which they are applied. */
    public static Migrations of(Database database, SchemaSource... sources) {
        return of(database, MigrationSet.of(sources));
    }

    /** The same of a set. */
    public static Migrations of(Database database, MigrationSet set) {
        List<Stop> stops = set.sources().stream()
                .flatMap(source -> source.steps(database).stream().map(step -> new Stop(source, step)))
                .toList();
        return new Migrations(database, set, stops);
    }

    public Database database() {
        return database;
    }

    public MigrationSet set() {
        return set;
    }

    /** All, in the order in which they run. */
    public List<MigrationStep> steps() {
        return stops.stream().map(Stop::step).toList();
    }

    /** Those that have run. */
    public List<MigrationStep> done() {
        return steps().subList(0, done.get());
    }

    /** Those that have not. */
    public List<MigrationStep> pending() {
        return steps().subList(done.get(), stops.size());
    }

    /** Runs the next one; empty if there is none. What fails is thrown as its tool throws it. */
    public Optional<MigrationStep> next() {
        if (done.get() == stops.size()) {
            return Optional.empty();
        }
        Stop stop = stops.get(done.get());
        stop.source().runTo(stop.step(), database);
        done.incrementAndGet();
        return Optional.of(stop.step());
    }

    /**
     * Runs all up to this one and including it.
     *
     * @param id the id of a migration, or its name
     * @throws IllegalArgumentException if there is none, or it has run already
     */
    public Migrations to(String id) {
        int wanted = index(id);
        if (wanted < done.get() - 1) {
            throw new IllegalArgumentException(stops.get(wanted).step() + " has run already, and "
                    + stops.get(done.get() - 1).step()
                    + " after it. Migrations go forward; undo() takes back the last.");
        }
        while (done.get() <= wanted) {
            next();
        }
        return this;
    }

    /** Runs all that have not run. */
    public Migrations toHead() {
        while (next().isPresent()) {
            // until none is left
        }
        return this;
    }

    /**
     * Undoes the one that ran last.
     *
     * @throws IrreversibleStepException if there is nothing that undoes it
     */
    public MigrationStep undo() {
        if (done.get() == 0) {
            throw new IllegalStateException("No migration has run, so that there is none to undo.");
        }
        Stop last = stops.get(done.get() - 1);
        last.source().undo(last.step(), database);
        done.decrementAndGet();
        return last.step();
    }

    /** Why this one cannot be undone whatever is written in it; empty if its tool knows how to. */
    public Optional<String> withoutUndo(MigrationStep step) {
        return stops.stream()
                .filter(s -> s.step().equals(step))
                .findFirst()
                .flatMap(s -> withoutUndo.computeIfAbsent(s.source(), SteppedSource::withoutUndo));
    }

    /** The catalog as it is now, without the tables in which the tools remember what ran. */
    public CanonicalSchema read() {
        return set.withoutBookkeeping(database.read());
    }

    /** Runs all that have not run, and keeps what the catalog says after each. */
    public SchemaHistory record() {
        CanonicalSchema base = read();
        List<SchemaHistory.Version> versions = new ArrayList<>();
        for (Optional<MigrationStep> step = next(); step.isPresent(); step = next()) {
            versions.add(new SchemaHistory.Version(step.get(), read()));
        }
        return new SchemaHistory(base, versions);
    }

    private int index(String id) {
        List<MigrationStep> steps = steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(id) || steps.get(i).name().equals(id)) {
                return i;
            }
        }
        List<String> ids = steps.stream().map(MigrationStep::id).toList();
        throw new IllegalArgumentException("There is no migration " + id
                + Nearest.endOfSentence(
                        id,
                        steps.stream().flatMap(s -> Stream.of(s.id(), s.name())).toList())
                + " The migrations are: " + String.join(", ", ids) + ".");
    }
}
