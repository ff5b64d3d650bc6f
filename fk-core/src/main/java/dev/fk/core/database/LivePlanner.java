package dev.fk.core.database;

import dev.fk.core.dialect.Belonging;
import dev.fk.core.dialect.Belongings;
import dev.fk.core.dialect.Consent;
import dev.fk.core.dialect.Dialect;
import dev.fk.core.dialect.Examiner;
import dev.fk.core.dialect.Obstacle;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.dialect.Onlookers;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Planner;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.plan.Step;
import dev.fk.core.plan.TakenAway;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.SchemaObjects;
import dev.fk.core.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Plans changes of a live database, and asks it before they run what it would say to them. A {@link Planner} alone asks
 * nobody; its plans are for texts.
 */
@API(status = Status.EXPERIMENTAL)
public final class LivePlanner {
    private final Database database;

    LivePlanner(Database database) {
        this.database = database;
    }

    /**
     * The changes in an order that works, given what is there. Where it makes columns, constraints or the like anew, the server
     * is asked once what it would lose with them.
     */
    public Plan plan(ChangeSet changes, CanonicalSchema from) {
        return plan(changes, from, List.of());
    }

    /** The same; of a step that takes tables or columns from under these views and programs it says so. */
    public Plan plan(ChangeSet changes, CanonicalSchema from, List<Onlooker> onlookers) {
        return keeping(new Planner(dialect(), server()).beside(onlookers).plan(changes, from));
    }

    /** The same in steps that keep nobody who uses the tables waiting for long, instead of one transaction. */
    public Plan planOnline(ChangeSet changes, CanonicalSchema from, List<Onlooker> onlookers) {
        return keeping(
                new Planner(dialect(), server()).online().beside(onlookers).plan(changes, from));
    }

    /** The plan that also says again what would be lost with what it makes anew. */
    private Plan keeping(Plan plan) {
        Belongings reader = dialect().belongings(server());
        List<Change> ordered =
                plan.steps().stream().map(Step::source).distinct().toList();
        return reader.makeAnew(ordered)
                ? plan.with(database.call(
                        "Cannot read what belongs to tables of " + database.location(),
                        c -> reader.saidAgain(c, ordered)))
                : plan;
    }

    /**
     * The views and programs in view that the server would let such changes break, as they are now: in one round trip, and
     * in none if the changes take no table or column away, or the server refuses to break any.
     */
    public List<Onlooker> onlookers(ChangeSet changes) {
        Optional<Onlookers> reader = dialect().onlookers(server());
        return reader.isPresent() && !new TakenAway(changes.changes()).isEmpty()
                ? database.call("Cannot read the views and programs of " + database.location(), c -> reader.get()
                        .read(c, database.scope()))
                : List.of();
    }

    /**
     * What belongs to the tables of changes and may go with them, as it is now; nothing is asked if the changes take nothing
     * away.
     */
    public List<Belonging> belongings(ChangeSet changes) {
        Belongings reader = dialect().belongings(server());
        List<QualifiedName> tables = changes.changes().stream()
                .filter(reader::goWith)
                .map(Change::subject)
                .distinct()
                .toList();
        return tables.isEmpty()
                ? List.of()
                : database.call(
                        "Cannot read what belongs to tables of " + database.location(), c -> reader.read(c, tables));
    }

    /**
     * The plan of the changes as it is; of steps that the server would refuse for the sake of views, policies, functions and the
     * like, as they are now, or because the session does not let it make them, it says so: in one round trip, and in none if it
     * has no step that could meet any.
     */
    public Plan obstructed(Plan plan, ChangeSet changes, CanonicalSchema from) {
        return obstructed(plan, changes, from, database::objects);
    }

    /**
     * The same for those who know some of it.
     *
     * @param objects what there is beside tables
     */
    public Plan obstructed(Plan plan, ChangeSet changes, CanonicalSchema from, Supplier<SchemaObjects> objects) {
        return plan.beside(obstacles(
                        plan.steps().stream().map(Step::source).distinct().toList(), List.of()))
                .refused(unconsented(changes, from))
                .refused(taken(changes, from, objects));
    }

    /** New tables whose name something else has; not asked where there is no table yet, as there is nothing else as a rule. */
    private Map<Change, Problem> taken(ChangeSet changes, CanonicalSchema from, Supplier<SchemaObjects> objects) {
        List<Change.CreateTable> created = changes.ofType(Change.CreateTable.class).stream()
                .filter(c -> from.schema().table(c.subject()).isEmpty())
                .toList();
        return created.isEmpty() || from.schema().tables().isEmpty()
                ? Map.of()
                : Preflight.taken(created, objects.get(), server());
    }

    /** The changes that the session does not let the server make, and why; in one round trip, and in none without such changes. */
    private Map<Change, Problem> unconsented(ChangeSet changes, CanonicalSchema from) {
        Optional<Consent> consent = dialect().consent(server());
        Map<Change, Problem> needing =
                consent.map(c -> Preflight.needing(c, changes, from.schema())).orElse(Map.of());
        return needing.isEmpty()
                        || database.call(
                                "Cannot read the settings of " + database.location(), consent.orElseThrow()::isGiven)
                ? Map.of()
                : needing;
    }

    /**
     * What only the server knows to be wrong with tables that are to be as wanted, where they are not: in one round trip, and
     * in none where it can be told without.
     */
    public List<Problem> examined(Collection<Table> wanted, Schema there) {
        Optional<Examiner> examiner = dialect().examiner(server());
        List<Table> asked = wanted.stream()
                .filter(t -> examiner.isPresent() && examiner.get().concern(t, there.table(t.name())))
                .toList();
        return asked.isEmpty()
                ? List.of()
                : Preflight.problems(database.call("Cannot ask " + server() + " about tables", c -> examiner.get()
                        .objections(c, asked)));
    }

    /** Why the server would refuse changes, as far as that is known before they are planned. */
    public List<Problem> obstructions(ChangeSet changes, CanonicalSchema from, List<Change> earlier) {
        return Stream.concat(
                        Plan.problems(changes.changes(), obstacles(changes.changes(), earlier), server()).stream(),
                        unconsented(changes, from).values().stream())
                .toList();
    }

    /**
     * What the server would refuse each of these changes for the sake of, as it is now; changes without are left out.
     *
     * @param earlier what will have been changed before them, and has not been yet
     */
    public Map<Change, List<Obstacle>> obstacles(List<Change> changes, List<Change> earlier) {
        return dialect()
                .obstacles(server())
                .filter(r -> changes.stream().anyMatch(c -> r.concern(c, changes)))
                .map(r -> database.call(
                        "Cannot read what uses what would change on " + database.location(),
                        c -> r.read(c, earlier, changes)))
                .orElse(Map.of());
    }

    private Dialect dialect() {
        return database.dialect();
    }

    private ServerInfo server() {
        return database.server();
    }
}
