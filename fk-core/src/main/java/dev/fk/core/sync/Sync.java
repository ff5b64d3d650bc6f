package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.database.LivePlanner;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Brings a database in line with models. Immutable; {@link #plan} is the dry run of {@link #run}. */
@API(status = Status.EXPERIMENTAL)
public final class Sync {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What can be asked for beyond the mode. */
    private enum Wanted {
        NO_DROPS,
        VERIFIED,
        ONLINE,
        REORDERED,
        REHEARSED
    }

    private final SyncMode mode;
    private final Set<Risk> allowed;
    private final Set<String> only;
    private final Set<Wanted> wanted;
    private final Duration patience;

    private Sync(SyncMode mode, Set<Risk> allowed, Set<String> only, Set<Wanted> wanted, Duration patience) {
        this.mode = mode;
        this.allowed = Set.copyOf(allowed);
        this.only = Set.copyOf(only);
        this.wanted = Set.copyOf(wanted);
        this.patience = patience;
    }

    public static Sync of(SyncMode mode) {
        Set<Risk> allowed =
                mode == SyncMode.FORCE ? EnumSet.allOf(Risk.class) : EnumSet.of(Risk.SAFE, Risk.DATA_DEPENDENT);
        return new Sync(mode, allowed, Set.of(), Set.of(), PATIENCE);
    }

    /** Creates what is missing: tables, enum types, and indexes of tables that are there. Changes nothing else. */
    public static Sync create() {
        return of(SyncMode.CREATE);
    }

    /**
     * Changes the declared tables to what the models say. Tables that no model declares are left alone. On the MySQL family a
     * new column goes where its model has it, elsewhere to the end; the order of columns that are there is left as it is,
     * unless {@link #reordering} is asked for. Nor is it a difference there that a column is spelt in another case.
     *
     * <p>What models have no words for stays. On the MySQL family: that a moment is set when its row changes (a default may say
     * it, {@code CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP}), the reference system of a place, that a column or an index is
     * invisible, what an index has for a comment or a parser, and the row format. On PostgreSQL: how an identity counts, or the
     * sequence that a number comes from, which are as good as what a model calls auto-increment, what an index or key includes,
     * that it takes NULLs for equal, and parameters of storage.
     *
     * <p>What MariaDB knows of time and a model does not say stays: that a table keeps its past, and in which columns, its
     * period, and keys in which nothing overlaps. On PostgreSQL such keys stay, too, foreign keys over a period, and exclusion
     * constraints, unless a column of theirs goes.
     *
     * <p>The MySQL family drops columns that views, triggers, routines and events use, and PostgreSQL those that functions use
     * whose body is text to it; they fail from then on: a step that does so to one whose text mentions the column is
     * {@link Risk#DESTRUCTIVE} and says which.
     *
     * <p>What views, policies, triggers and functions with a body of standard SQL use, PostgreSQL neither drops nor changes the
     * type of, nor does it take labels from an enum type that they use: the plan says so of such a step, names them all with the
     * statements that put them aside, and does not run ({@link Plan#problems}).
     *
     * <p>What goes and comes again, such as a foreign key with another action or a generated column, keeps there what no model
     * speaks of: comments, rights, what replicas and CLUSTER go by, targets of statistics. The plan has a step for each.
     */
    public static Sync alter() {
        return of(SyncMode.ALTER);
    }

    /**
     * Drops the declared tables, and only those, and creates them anew: choosing it is the consent to losing their rows.
     * Refuses when another table references one of them.
     */
    public static Sync force() {
        return of(SyncMode.FORCE);
    }

    /** Also runs steps of these risks. Without it, steps that lose data do not run. */
    public Sync allowing(Risk... risks) {
        Set<Risk> more = EnumSet.copyOf(allowed);
        more.addAll(Arrays.asList(risks));
        return new Sync(mode, more, only, wanted, patience);
    }

    /** Refuses steps of these risks, also where the mode is the consent to them: that of {@link #force}, to losing rows. */
    public Sync refusing(Risk... risks) {
        Set<Risk> fewer = EnumSet.copyOf(allowed);
        fewer.removeAll(Arrays.asList(risks));
        return new Sync(mode, fewer, only, wanted, patience);
    }

    /** Only these of the models, by model or table name. A parent among the others has to be in the database already. */
    public Sync only(String... modelsOrTables) {
        Set<String> more = new TreeSet<>(only);
        more.addAll(Arrays.asList(modelsOrTables));
        return new Sync(mode, allowed, more, wanted, patience);
    }

    /** Reads the catalog back after the last statement and fails if it is not what the models say. */
    public Sync verifying() {
        return with(Wanted.VERIFIED);
    }

    /**
     * Leaves alone what a declared table has beyond its model: further columns, keys, foreign keys, indexes, comments and
     * options, such as how it is partitioned, stay.
     */
    public Sync withoutDrops() {
        return with(Wanted.NO_DROPS);
    }

    /**
     * Waits that long for another process that is changing the database, and each statement that long, two seconds at least,
     * for transactions that use its table; 30 seconds unless told. Steps of {@link #online} wait for those without a limit, and
     * within a transaction its own settings count.
     */
    public Sync waiting(Duration other) {
        return new Sync(mode, allowed, only, wanted, other);
    }

    /**
     * Alters the order of columns, too, where they have one (MySQL, MariaDB): moving a column writes the table anew, and no
     * statement that names its columns sees it. PostgreSQL cannot move a column; nothing is moved there.
     */
    public Sync reordering() {
        return with(Wanted.REORDERED);
    }

    /**
     * In steps that keep nobody who uses the tables waiting for long: on PostgreSQL constraints are added NOT VALID and
     * validated afterwards, and indexes are built CONCURRENTLY, each step a transaction of its own. What fails half way
     * stays, and is finished by running it again. The MySQL family has no other steps than the usual ones.
     */
    public Sync online() {
        return with(Wanted.ONLINE);
    }

    /**
     * Runs the plan first in a scratch schema (PostgreSQL: rolled back; MySQL family: a database of its own, dropped
     * afterwards) that has the tables of this one without their rows, and compares the outcome with the models. What the
     * server refuses or stores otherwise is found while the database is untouched; what rows are in the way of is not.
     * Tables of other schemas are referenced as they are (PostgreSQL keeps writers of those waiting meanwhile); a plan that
     * changes one of them cannot be rehearsed.
     */
    public Sync rehearsing() {
        return with(Wanted.REHEARSED);
    }

    private Sync with(Wanted more) {
        Set<Wanted> all = EnumSet.of(more);
        all.addAll(wanted);
        return new Sync(mode, allowed, only, all, patience);
    }

    /**
     * What {@link #run} would execute, found without changing anything.
     *
     * @throws dev.fk.core.plan.PreflightException if the models say something this server refuses or silently changes
     * @throws dev.fk.core.database.DatabaseException if a table seems to be missing that the server may not be showing to the
     *     user of this connection (MySQL, MariaDB)
     */
    public Plan plan(Models models, Database database) {
        if (mode == SyncMode.NONE) {
            return new Plan(database.server(), List.of(), true);
        }
        return prepare(models, database).plan();
    }

    /** What would have to change for the database to be what this mode makes of it; nothing is changed. */
    public ChangeSet differences(Models models, Database database) {
        return mode == SyncMode.NONE ? ChangeSet.of() : changes(wish(models, database));
    }

    /** What is created is created in an empty database as a rule. */
    private Wish wish(Models models, Database database) {
        boolean empty = mode == SyncMode.CREATE || mode == SyncMode.FORCE;
        return Wish.of(models, only, database, empty ? Database::readIfAny : Database::read, mode == SyncMode.FORCE);
    }

    /** What is wanted and there, what has to change for it, and how. */
    private record Prepared(Wish wish, ChangeSet changes, Plan plan) {}

    private Prepared prepare(Models models, Database database) {
        Wish wish = wish(models, database);
        ChangeSet changes = changes(wish);
        if (mode == SyncMode.ALTER) {
            wish.refuseChanges(changes, models);
        }
        LivePlanner planner = wish.database().planner();
        List<Onlooker> onlookers = mode == SyncMode.ALTER ? planner.onlookers(changes) : List.of();
        Plan plan = wanted.contains(Wanted.ONLINE)
                ? planner.planOnline(changes, wish.live(), onlookers)
                : planner.plan(changes, wish.live(), onlookers);
        return new Prepared(wish, changes, planner.obstructed(plan, changes, wish.live()));
    }

    private ChangeSet changes(Wish wish) {
        ChangeSet changes = wish.withoutUsedTypes(all(wish));
        wish.refuseUnseen(changes);
        return changes;
    }

    private ChangeSet all(Wish wish) {
        return switch (mode) {
            case NONE -> ChangeSet.of();
            case CREATE -> wish.differences().filter(c -> Creation.allows(c, wish));
            case ALTER -> alterations(wish);
            case FORCE -> Recreation.of(wish);
        };
    }

    private ChangeSet alterations(Wish wish) {
        ChangeSet differences = wish.differences();
        ChangeSet kept = wanted.contains(Wanted.NO_DROPS) ? Surplus.keptOf(differences) : differences;
        boolean movable = wish.database()
                .dialect()
                .capabilities(wish.database().server().version())
                .columnPositions();
        return movable && wanted.contains(Wanted.REORDERED) ? wish.reordered(kept) : kept;
    }

    /**
     * Executes the plan and returns it. Two runs never interleave: whoever finds something to do locks the database, for
     * those who ask, and looks again.
     *
     * @throws dev.fk.core.plan.PreflightException if the models say something this server refuses or silently changes, or
     *     something else uses what a step would change; nothing was executed
     * @throws RefusedPlanException if a step risks more than is allowed; nothing was executed
     * @throws dev.fk.core.database.DatabaseLockedException if another process is at it and does not finish in time
     * @throws dev.fk.core.database.DirtyDataException if rows would make a step fail; nothing was executed
     * @throws dev.fk.core.database.StatementFailedException if the server refuses a statement; says how far it got
     * @throws RehearsalException if it was asked to rehearse and the server did something else; nothing was executed
     * @throws VerificationException if it was asked to verify and the server did not store what was declared
     */
    public Plan run(Models models, Database database) {
        return database.onOneConnection(one -> {
            if (mode != SyncMode.FORCE) {
                Plan plan = plan(models, one);
                refuse(plan, models);
                if (plan.isEmpty()) {
                    return plan;
                }
            }
            return one.exclusively(patience, locked -> runAlone(models, locked));
        });
    }

    private void refuse(Plan plan, Models models) {
        Wish.refuse(plan.problems(), models);
        if (!plan.beyond(allowed).isEmpty()) {
            throw new RefusedPlanException(mode, plan, allowed);
        }
    }

    private Plan runAlone(Models models, Database database) {
        Prepared prepared = prepare(models, database);
        Plan plan = prepared.plan();
        refuse(plan, models);
        database.data().refuseDirty(plan);
        if (wanted.contains(Wanted.REHEARSED)) {
            Wish wish = prepared.wish();
            new Rehearsal(database).of(wish.live(), prepared.changes(), scratch -> verify(wish.in(scratch)));
        }
        database.run(plan);
        if (wanted.contains(Wanted.VERIFIED)) {
            verify(verification().wish(models, database));
        }
        return plan;
    }

    /** What is made anew has to be what an alter would leave. */
    private Sync verification() {
        return mode == SyncMode.FORCE ? new Sync(SyncMode.ALTER, allowed, only, wanted, patience) : this;
    }

    private void verify(Wish wish) {
        ChangeSet left = verification().changes(wish);
        if (!left.isEmpty()) {
            throw new VerificationException(left, wish.database().server().toString());
        }
    }
}
