package dev.fk.core.sync;

import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import java.util.EnumSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Brings a database in line with models. Immutable; {@link #plan} is the dry run of {@link #run}. */
@API(status = Status.EXPERIMENTAL)
public final class Sync {
    private final SyncMode mode;
    private final Set<Risk> allowed;

    private Sync(SyncMode mode, Set<Risk> allowed) {
        this.mode = mode;
        this.allowed = Set.copyOf(allowed);
    }

    public static Sync of(SyncMode mode) {
        return new Sync(mode, EnumSet.of(Risk.SAFE, Risk.DATA_DEPENDENT));
    }

    /** Creates what is missing. */
    public static Sync create() {
        return of(SyncMode.CREATE);
    }

    /** Changes what is there. */
    public static Sync alter() {
        return of(SyncMode.ALTER);
    }

    /** Drops the declared tables, and only those, and creates them anew. */
    public static Sync force() {
        return of(SyncMode.FORCE);
    }

    /** Also runs steps of these risks. Steps that lose data do not run without. */
    public Sync allowing(Risk... risks) {
        Set<Risk> more = EnumSet.copyOf(allowed);
        more.addAll(Set.of(risks));
        return new Sync(mode, more);
    }

    /** What {@link #run} would execute. */
    public Plan plan(Models models, Database database) {
        throw new UnsupportedOperationException(mode + " " + allowed);
    }

    /** Executes the plan and returns it. */
    public Plan run(Models models, Database database) {
        Plan plan = plan(models, database);
        database.run(plan);
        return plan;
    }
}
