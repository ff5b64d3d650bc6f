package dev.fk.core.plan;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Puts changes into an order that works and writes their statements. */
@API(status = Status.EXPERIMENTAL)
public final class Planner {
    private final Dialect dialect;
    private final ServerInfo server;

    public Planner(Dialect dialect, ServerInfo server) {
        this.dialect = dialect;
        this.server = server;
    }

    /** A plan for changes to the schema that is there. */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        Ddl ddl = dialect.ddl(server);
        List<Step> steps = new ArrayList<>();
        for (Change change : changes.changes()) {
            change.accept(ddl).forEach(sql -> steps.add(new Step(sql, change, Assessment.SAFE)));
        }
        return new Plan(server, steps, dialect.capabilities(server.version()).transactionalDdl());
    }
}
