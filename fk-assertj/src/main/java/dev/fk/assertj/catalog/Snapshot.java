package dev.fk.assertj.catalog;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.DirtyData;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.IdentifierRules;
import dev.fk.core.dialect.IdentifierRules.Case;
import dev.fk.core.dialect.Onlooker;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Assessment;
import dev.fk.core.plan.DataCheck;
import dev.fk.core.plan.Risk;
import dev.fk.core.plan.Step;
import dev.fk.core.rule.Target;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.SchemaObjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A catalog as it was when an assertion began, and the database it was read from.
 *
 * @param inForce the same with what partitions have from the table that they are a part of
 */
@API(status = Status.INTERNAL)
public record Snapshot(Database database, CanonicalSchema catalog, CanonicalSchema inForce) {
    /** Nobody waits longer for a message that says more. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    public static Snapshot of(Database database) {
        CanonicalSchema catalog = database.read();
        return new Snapshot(database, catalog, database.inForce(catalog));
    }

    public Schema schema() {
        return catalog.schema();
    }

    /** The same for what rules know. */
    public Target asTarget() {
        return new Target(catalog, database.dialect(), database.server());
    }

    public TableView table(QualifiedName name) {
        QualifiedName known = known(name);
        return new TableView(this, known, inForce.schema().table(known));
    }

    /** The name as the catalog carries it: without a schema if that is the default one, and as it is spelt there. */
    public QualifiedName known(QualifiedName name) {
        return known(name, schema().tables().keySet());
    }

    /** The same among these, which have names as tables have them. */
    public QualifiedName known(QualifiedName name, Collection<QualifiedName> all) {
        Case tables = rules().tables();
        List<String> schemas = Stream.concat(
                        Stream.of(database.server().defaultSchema()),
                        all.stream().flatMap(n -> n.schema().stream()))
                .toList();
        Optional<String> schema = name.schema()
                .map(s -> tables.asSpelt(s, schemas))
                .filter(s -> !s.equals(database.server().defaultSchema()));
        List<String> names = all.stream()
                .filter(n -> n.schema().equals(schema))
                .map(QualifiedName::name)
                .toList();
        return new QualifiedName(schema, tables.asSpelt(name.name(), names));
    }

    /** Views, sequences and triggers, as they are now; asks the server again. */
    public SchemaObjects objects() {
        return database.objects();
    }

    /** Which names this server takes for one and the same. */
    public IdentifierRules rules() {
        return database.dialect().identifiers(database.server());
    }

    /** The table names in view, as messages show them. */
    public List<String> tableNames() {
        return schema().tables().keySet().stream().map(QualifiedName::toString).toList();
    }

    /** All schemas of the database, as they are now; asks the server again. */
    public Snapshot whole() {
        return of(database.withScope(CatalogScope.allSchemas()));
    }

    /** The tables of this name in schemas that are not in view. */
    public List<QualifiedName> elsewhere(String name) {
        return whole().schema().tables().keySet().stream()
                .filter(n -> n.name().equals(name))
                .filter(n -> !schema().tables().containsKey(n))
                .toList();
    }

    /** The views, policies and the like that keep the server from dropping a column. */
    public List<String> usersOf(QualifiedName table, Column column) {
        return new Foresight(database, catalog).users(table, column);
    }

    /**
     * The statements for the changes, in an order that works in view of all schemas; none where the server has no statement
     * for one of them or would not carry it out. A failed assertion that cannot say how to fix it is still a failed
     * assertion.
     */
    public Remedy remedy(Change... changes) {
        try {
            Snapshot whole = whole();
            CanonicalSchema all = whole.catalog();
            Optional<String> objection = new Inheritance(whole)
                    .objection(List.of(changes))
                    .or(() -> new Foresight(database, all).objection(List.of(changes)))
                    .or(() -> new Replication(this).objection(List.of(changes)));
            return objection.isPresent() ? Remedy.impossible(objection.get()) : remedy(ChangeSet.of(changes), all);
        } catch (IllegalStateException | IllegalArgumentException | UnsupportedOperationException noStatement) {
            return Remedy.none();
        }
    }

    private Remedy remedy(ChangeSet changes, CanonicalSchema all) {
        List<Step> steps = database.plan(changes, all).steps();
        List<Step> beside =
                database.planner().plan(changes, all, onlookers(changes)).steps();
        List<String> losses = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Assessment assessment = beside.get(i).assessment();
            boolean said = isDrop(steps.get(i).source())
                    && assessment.equals(steps.get(i).assessment());
            if (assessment.risk() == Risk.DESTRUCTIVE && !said) {
                losses.add(assessment.reason());
            }
        }
        losses.addAll(new Replication(this).losses(changes.changes(), steps));
        return new Remedy(steps.stream().map(s -> s.sql().text()).toList(), losses, inTheWayOf(steps), "");
    }

    /** That what is dropped takes its values along, nobody has to be told. */
    private static boolean isDrop(Change change) {
        return change instanceof Change.DropColumn || change instanceof Change.DropTable;
    }

    private List<Onlooker> onlookers(ChangeSet changes) {
        try {
            return database.withScope(CatalogScope.allSchemas()).planner().onlookers(changes);
        } catch (DatabaseException unseen) {
            return List.of();
        }
    }

    /** The rows on which a plan would fail; none where they cannot be read, or not soon. */
    public List<DirtyData> inTheWayOf(List<Step> steps) {
        return inTheWayOfAny(steps.stream().flatMap(s -> s.checks().stream()).toList());
    }

    /** The same for the checks of several plans. */
    public List<DirtyData> inTheWayOfAny(List<DataCheck> checks) {
        try {
            return database.data().within(PATIENCE).dirty(checks);
        } catch (DatabaseException unseen) {
            return List.of();
        }
    }
}
