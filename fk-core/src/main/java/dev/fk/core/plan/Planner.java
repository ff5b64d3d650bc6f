package dev.fk.core.plan;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Puts changes into an order that works and writes their statements, each with its risk. */
@API(status = Status.EXPERIMENTAL)
public final class Planner {
    private final Dialect dialect;
    private final ServerInfo server;
    private final boolean online;

    public Planner(Dialect dialect, ServerInfo server) {
        this(dialect, server, false);
    }

    private Planner(Dialect dialect, ServerInfo server, boolean online) {
        this.dialect = dialect;
        this.server = server;
        this.online = online;
    }

    /** Plans in steps that let others work with the tables meanwhile, instead of one transaction. */
    public Planner online() {
        return new Planner(dialect, server, true);
    }

    /** The changes in an order in which every one can be executed. */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        Ddl ddl = online ? dialect.ddl(server).online(from.schema()) : dialect.ddl(server);
        ChangeSet possible = Rebuild.of(changes, from.schema(), ddl);
        List<Change> ordered =
                ddl.needed(Sequencer.sequence(from.schema(), possible, dialect::parents, ddl.combines()));
        return written(ddl.combines() ? Batches.of(ordered) : Batches.single(ordered), ddl, from);
    }

    private Plan written(List<List<Change>> batches, Ddl ddl, CanonicalSchema from) {
        Set<QualifiedName> created = batches.stream()
                .flatMap(List::stream)
                .filter(Change.CreateTable.class::isInstance)
                .map(Change::subject)
                .collect(Collectors.toSet());
        List<Change.AddColumn> added = batches.stream()
                .flatMap(List::stream)
                .filter(Change.AddColumn.class::isInstance)
                .map(Change.AddColumn.class::cast)
                .toList();
        RiskAssessor risk = new RiskAssessor(from.schema(), created, added);
        List<Step> steps = new ArrayList<>();
        for (List<Change> batch : batches) {
            Change riskiest = batch.stream()
                    .max(Comparator.comparing((Change c) -> c.accept(risk).risk()))
                    .orElseThrow();
            Assessment assessment =
                    Assessment.all(batch.stream().map(c -> c.accept(risk)).toList());
            ddl.together(batch).forEach(sql -> steps.add(new Step(sql, riskiest, assessment)));
        }
        boolean transactional = dialect.capabilities(server.version()).transactionalDdl();
        return new Plan(server, steps, transactional && !online);
    }
}
