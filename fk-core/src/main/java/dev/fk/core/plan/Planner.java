package dev.fk.core.plan;

import dev.fk.core.dialect.Ddl;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.RowRules;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Puts changes into an order that works and writes their statements, each with its risk. */
@API(status = Status.EXPERIMENTAL)
public final class Planner {
    private final Dialect dialect;
    private final ServerInfo server;
    private final boolean online;
    private final List<Onlooker> onlookers;

    public Planner(Dialect dialect, ServerInfo server) {
        this(dialect, server, false, List.of());
    }

    private Planner(Dialect dialect, ServerInfo server, boolean online, List<Onlooker> onlookers) {
        this.dialect = dialect;
        this.server = server;
        this.online = online;
        this.onlookers = List.copyOf(onlookers);
    }

    /** Plans in steps that let others work with the tables meanwhile, instead of one transaction. */
    public Planner online() {
        return new Planner(dialect, server, true, onlookers);
    }

    /** Says of steps which of these views and programs would fail from then on; {@link TakenAway} tells when to look. */
    public Planner beside(List<Onlooker> others) {
        return new Planner(dialect, server, online, others);
    }

    /** The changes in an order in which every one can be executed. */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        if (changes.isEmpty()) {
            return new Plan(server, List.of(), isTransactional());
        }
        Ddl ddl = online ? dialect.ddl(server).online(from.schema()) : dialect.ddl(server);
        boolean perSchema = dialect.capabilities(server.version()).foreignKeyNamesPerSchema();
        ChangeSet free = perSchema ? TakenNames.freedFirst(changes, from.schema()) : changes;
        ChangeSet possible = Rebuild.of(free, from.schema(), ddl);
        List<Change> ordered =
                ddl.needed(Sequencer.sequence(from.schema(), possible, dialect::parents, ddl), from.schema());
        return written(ddl.combines() ? Batches.of(ordered) : Batches.single(ordered), ddl, from);
    }

    private Plan written(List<List<Change>> batches, Ddl ddl, CanonicalSchema from) {
        List<Change> all = batches.stream().flatMap(List::stream).toList();
        List<Change.AddColumn> added = all.stream()
                .filter(Change.AddColumn.class::isInstance)
                .map(Change.AddColumn.class::cast)
                .toList();
        RowRules rules = dialect.rowRules(server);
        LiveRows rows = new LiveRows(from.schema(), rules);
        RiskAssessor risk = new RiskAssessor(rules, rows, added);
        DataChecks questions = new DataChecks(rules, rows);
        CopyQuestion copying = new CopyQuestion(rules, rows);
        LeftBehind leftBehind = new LeftBehind(onlookers, new TakenAway(all));
        List<Step> steps = new ArrayList<>();
        for (List<Change> batch : batches) {
            steps.addAll(steps(batch, ddl, risk, leftBehind, questions, copying, rows));
        }
        List<Step> told = dialect.gaps(server)
                .map(gaps -> new Unchecked(gaps, from).told(steps, rows))
                .orElse(steps);
        return new Plan(server, told, isTransactional());
    }

    private boolean isTransactional() {
        return !online && dialect.hasTransactionalDdl(server);
    }

    /** The checks go with the first statement, which is the one that meets the rows. */
    private static List<Step> steps(
            List<Change> batch,
            Ddl ddl,
            RiskAssessor risk,
            LeftBehind leftBehind,
            DataChecks questions,
            CopyQuestion copying,
            LiveRows rows) {
        Assessment riskiest = Assessment.SAFE;
        Change source = batch.get(0);
        Optional<Table> there = rows.of(source.subject()).map(TableRows::now);
        List<Assessment> assessments = new ArrayList<>();
        List<DataCheck> checks = new ArrayList<>();
        for (Change change : batch) {
            List<DataCheck> own = change.accept(questions);
            Assessment assessed = change.accept(risk);
            Assessment asked = own.isEmpty() && !isReference(change) ? assessed.unasked() : assessed;
            Assessment known = copying.assessed(change, asked);
            Assessment assessment = leftBehind.by(change, known);
            if (assessment.risk().compareTo(riskiest.risk()) > 0) {
                riskiest = assessment;
                source = change;
            }
            assessments.add(assessment);
            checks.addAll(own);
            checks.addAll(copying.checks(change));
            change.accept(rows);
        }
        List<Step> steps = new ArrayList<>();
        List<Sql> statements = ddl.together(batch);
        for (Sql sql : statements) {
            steps.add(new Step(sql, source, Assessment.all(assessments), steps.isEmpty() ? checks : List.of()));
        }
        Optional<Table> then = rows.of(source.subject()).map(TableRows::now);
        return Stream.of(there, then)
                .flatMap(Optional::stream)
                .map(t -> ddl.before(statements, t))
                .filter(before -> !before.isEmpty())
                .findFirst()
                .map(before -> surrounded(steps, before, ddl.after(before)))
                .orElse(steps);
    }

    private static List<Step> surrounded(List<Step> steps, List<Sql> before, List<Sql> after) {
        List<Step> all = new ArrayList<>();
        before.forEach(s -> all.add(new Step(s, steps.get(0).source(), Assessment.SAFE, List.of())));
        all.addAll(steps);
        after.forEach(s -> all.add(new Step(s, steps.get(0).source(), Assessment.SAFE, List.of())));
        return all;
    }

    /** A foreign key is only not asked for where a column or its values are new, unless it is temporal. */
    private static boolean isReference(Change change) {
        return (change instanceof Change.AddForeignKey add
                        && add.foreignKey().options().isEmpty())
                || (change instanceof Change.AlterForeignKey alter
                        && alter.to().options().isEmpty());
    }
}
