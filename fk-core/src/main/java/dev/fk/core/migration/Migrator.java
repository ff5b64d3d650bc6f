package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.schema.QualifiedName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs migrations in the order of their ids, each once, and undoes them. Immutable. What ran is remembered in the tables
 * {@code fk_migrations} and {@code fk_migration_journal} of the database itself, in its default schema: readers of a catalog
 * see them, migrations do not. Two runs at once never interleave.
 *
 * <p>Where DDL is transactional a migration runs in a transaction with its entry in the history. On the MySQL family each
 * statement is written down before and after it runs, so that {@link #repair} can take back what is half done.
 */
@API(status = Status.EXPERIMENTAL)
public final class Migrator {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Migration> migrations;
    private final Range range;
    private final boolean outOfOrder;
    private final Duration patience;
    private final MigrationListener listener;

    private Migrator(
            List<Migration> migrations,
            Range range,
            boolean outOfOrder,
            Duration patience,
            MigrationListener listener) {
        this.migrations = migrations;
        this.range = range;
        this.outOfOrder = outOfOrder;
        this.patience = patience;
        this.listener = listener;
    }

    public static Migrator of(Migration... migrations) {
        return of(List.of(migrations));
    }

    /**
     * @throws IllegalArgumentException if two have the same id
     */
    public static Migrator of(List<? extends Migration> migrations) {
        List<Migration> sorted = new ArrayList<>(migrations);
        sorted.sort(Comparator.comparing(Migration::id));
        Ids.refuseUnusable(sorted);
        return new Migrator(List.copyOf(sorted), Range.ALL, false, PATIENCE, MigrationListener.none());
    }

    /** No further than this migration, itself included. */
    public Migrator to(String id) {
        Ids.refuseUnknown(id, migrations);
        return new Migrator(migrations, new Range(Optional.of(id), range.count()), outOfOrder, patience, listener);
    }

    /** Only the next so many. */
    public Migrator step(int count) {
        return new Migrator(migrations, range.with(count), outOfOrder, patience, listener);
    }

    /** Also those that are to run before one that ran already: merged from another branch, for example. */
    public Migrator allowingOutOfOrder() {
        return new Migrator(migrations, range, true, patience, listener);
    }

    /**
     * Waits that long for another process that is changing the database, and each statement that long, two seconds at least,
     * for transactions that use its table; 30 seconds unless told.
     */
    public Migrator waiting(Duration other) {
        return new Migrator(migrations, range, outOfOrder, other, listener);
    }

    /** The listener hears how far a run is. */
    public Migrator listening(MigrationListener other) {
        return new Migrator(migrations, range, outOfOrder, patience, other);
    }

    /** In the order in which they run. */
    public List<Migration> migrations() {
        return migrations;
    }

    /** Whether this is one of the tables in which fk remembers what ran. */
    public static boolean keeps(QualifiedName table) {
        return CallHandler.isOwn(table);
    }

    /** Equal for migrations that make the same calls; what they call after reading the catalog is not seen. */
    public String fingerprint() {
        List<String> all = migrations.stream()
                .map(m -> m.id() + " " + Transcript.checksum(m))
                .toList();
        return Transcript.hash(String.join("\n", all));
    }

    /** What has run and what has not, without changing anything. */
    public MigrationStatus status(Database database) {
        return HistoryCheck.of(migrations, database).status();
    }

    /**
     * What {@link #up} would execute, without changing anything.
     *
     * @throws MigrationProblemsException as {@code up} would
     */
    public String plan(Database database) {
        List<Migration> pending = HistoryCheck.of(migrations, database).pending(range, outOfOrder);
        Shadow shadow = Shadow.of(database, pending);
        shadow.refuseProblems();
        return shadow.render(pending);
    }

    /**
     * Runs what has not run yet, after all of it has been tried on a copy of the schema as a value. SQL of its own ends the
     * trial; what follows is checked when it runs.
     *
     * @return the ids of those that ran
     * @throws MigrationProblemsException if history and migrations do not fit, or a server would refuse what they do; nothing
     *     was executed
     * @throws MigrationFailedException if one fails nevertheless; says what stays of it
     * @throws dev.fk.core.database.DatabaseLockedException if another process is at it and does not finish in time
     */
    public List<String> up(Database database) {
        return database.exclusively(patience, alone -> {
            List<Migration> pending = HistoryCheck.of(migrations, alone).pending(range, outOfOrder);
            Shadow shadow = Shadow.of(alone, pending);
            shadow.refuseProblems();
            return new MigrationRun(alone, shadow, listener).up(pending);
        });
    }

    /** Undoes the last one. */
    public List<String> undo(Database database) {
        return undo(database, 1);
    }

    /**
     * Undoes the last so many, the latest first.
     *
     * @return the ids of those that were undone
     * @throws IrreversibleMigrationException if one of them cannot be; nothing was executed
     * @throws MigrationFailedException if one fails; says what stays
     */
    public List<String> undo(Database database, int count) {
        Range wanted = Range.ALL.with(count);
        return database.exclusively(patience, alone -> new MigrationRun(alone, new Shadow(alone, List.of()), listener)
                .down(HistoryCheck.of(migrations, alone).undoable(wanted)));
    }

    /** Undoes those that ran down to this one, itself included. */
    public List<String> undoTo(Database database, String id) {
        Ids.refuseUnknown(id, migrations);
        return database.exclusively(patience, alone -> new MigrationRun(alone, new Shadow(alone, List.of()), listener)
                .down(HistoryCheck.of(migrations, alone).undoable(new Range(Optional.of(id), Optional.empty()))));
    }

    /**
     * Undoes this one, which has to be the last that ran: others may be built on what it did.
     *
     * @throws IllegalArgumentException if it is not; says which would have to go first
     */
    public List<String> undoOnly(Database database, String id) {
        Ids.refuseUnknown(id, migrations);
        return database.exclusively(patience, alone -> new MigrationRun(alone, new Shadow(alone, List.of()), listener)
                .down(HistoryCheck.of(migrations, alone).undoableAlone(id)));
    }

    public List<String> undoAll(Database database) {
        return undo(database, Integer.MAX_VALUE);
    }

    /**
     * Takes back what ran of a migration that failed half way where DDL is not transactional, so that it can run again; does
     * nothing if there is none.
     *
     * @return the ids of those that were taken back
     * @throws IrreversibleMigrationException if SQL of its own was among what ran: take it back by hand, then {@link #forget},
     *     or finish it by hand, then {@link #markApplied}
     */
    public List<String> repair(Database database) {
        return database.exclusively(patience, alone -> new Repair(alone).all());
    }

    /**
     * Writes into the history that a migration has run, and nothing else: it was done by hand, or half of it ran and the rest
     * was done by hand, or half of it was undone and that was taken back by hand. To undo it, it needs a {@code down} of its own.
     * One that has run is left as it is, with what is known of how to undo it.
     *
     * @throws IllegalArgumentException if it is none of the migrations
     */
    public void markApplied(Database database, String id) {
        Ids.refuseUnknown(id, migrations);
        database.exclusively(patience, alone -> {
            Migration migration = migrations.stream()
                    .filter(m -> m.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            new History(alone).create();
            new History(alone).mark(id, Transcript.checksum(migration));
            return id;
        });
    }

    /** Takes a migration out of the history, and nothing else: what it did stays, and {@link #up} would run it again. */
    public void forget(Database database, String id) {
        database.exclusively(patience, alone -> {
            HistoryCheck.of(migrations, alone).refuseUnknown(id);
            new History(alone).forget(id);
            return id;
        });
    }
}
