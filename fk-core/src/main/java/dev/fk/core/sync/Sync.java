package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
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
    private final SyncMode mode;
    private final Set<Risk> allowed;
    private final Set<String> only;
    private final boolean drops;
    private final boolean verify;

    private Sync(SyncMode mode, Set<Risk> allowed, Set<String> only, boolean drops, boolean verify) {
        this.mode = mode;
        this.allowed = Set.copyOf(allowed);
        this.only = Set.copyOf(only);
        this.drops = drops;
        this.verify = verify;
    }

    public static Sync of(SyncMode mode) {
        return new Sync(
                mode,
                mode == SyncMode.FORCE ? EnumSet.allOf(Risk.class) : EnumSet.of(Risk.SAFE, Risk.DATA_DEPENDENT),
                Set.of(),
                true,
                false);
    }

    /** Creates what is missing: tables, enum types, and indexes of tables that are there. Changes nothing else. */
    public static Sync create() {
        return of(SyncMode.CREATE);
    }

    /** Changes the declared tables to what the models say. Tables that no model declares are left alone. */
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
        return new Sync(mode, more, only, drops, verify);
    }

    /** Only these of the models, by model or table name. A parent among the others has to be in the database already. */
    public Sync only(String... modelsOrTables) {
        Set<String> more = new TreeSet<>(only);
        more.addAll(Arrays.asList(modelsOrTables));
        return new Sync(mode, allowed, more, drops, verify);
    }

    /** Reads the catalog back after the last statement and fails if it is not what the models say. */
    public Sync verifying() {
        return new Sync(mode, allowed, only, drops, true);
    }

    /** Leaves alone what a declared table has beyond its model: further columns, keys, foreign keys and indexes stay. */
    public Sync withoutDrops() {
        return new Sync(mode, allowed, only, false, verify);
    }

    /**
     * What {@link #run} would execute, found without changing anything.
     *
     * @throws dev.fk.core.plan.PreflightException if the models say something this server refuses or silently changes
     */
    public Plan plan(Models models, Database database) {
        if (mode == SyncMode.NONE) {
            return new Plan(database.server(), List.of(), true);
        }
        return plan(Wish.of(models, only, database));
    }

    private Plan plan(Wish wish) {
        return wish.database().plan(changes(wish), wish.live());
    }

    private ChangeSet changes(Wish wish) {
        return switch (mode) {
            case NONE -> ChangeSet.of();
            case CREATE -> wish.differences().filter(c -> Creation.allows(c, wish));
            case ALTER -> drops ? wish.differences() : Surplus.keptOf(wish.differences());
            case FORCE -> Recreation.of(wish);
        };
    }

    /**
     * Executes the plan and returns it.
     *
     * @throws dev.fk.core.plan.PreflightException if the models say something this server refuses or silently changes
     * @throws RefusedPlanException if a step risks more than is allowed; nothing was executed
     * @throws dev.fk.core.database.DirtyDataException if rows would make a step fail; nothing was executed
     * @throws dev.fk.core.database.StatementFailedException if the server refuses a statement; says how far it got
     * @throws VerificationException if it was asked to verify and the server did not store what was declared
     */
    public Plan run(Models models, Database database) {
        Plan plan = plan(models, database);
        if (!plan.beyond(allowed).isEmpty()) {
            throw new RefusedPlanException(mode, plan, allowed);
        }
        database.refuseDirtyData(plan);
        database.run(plan);
        if (verify) {
            verify(models, database);
        }
        return plan;
    }

    private void verify(Models models, Database database) {
        Sync again = mode == SyncMode.FORCE ? of(SyncMode.ALTER) : this;
        ChangeSet left = again.changes(Wish.of(models, only, database));
        if (!left.isEmpty()) {
            throw new VerificationException(left, database.server().toString());
        }
    }
}
