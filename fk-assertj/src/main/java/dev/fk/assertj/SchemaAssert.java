package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.error.ShouldExist;
import dev.fk.assertj.error.ShouldHaveTables;
import dev.fk.assertj.error.ShouldPlan;
import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.probe.BlastRadius;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.sync.Sync;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about all tables in view of a database. */
@API(status = Status.EXPERIMENTAL)
public class SchemaAssert extends AbstractSchemaAssert<SchemaAssert, Schema> {
    private final SchemaSubject subject;

    SchemaAssert(SchemaSubject subject) {
        super(
                subject.snapshot().schema(),
                SchemaAssert.class,
                subject.snapshot().database());
        this.subject = subject;
    }

    /**
     * Checks that these tables are there, and perhaps more.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasTables("chat", "participant");
     * // fails
     * assertThat(schema()).hasTables("chat", "particpant"); // did you mean participant?
     * }</pre>
     */
    public SchemaAssert hasTables(String... names) {
        return verify(ShouldHaveTables.failure(snapshot(), qualified(names)));
    }

    /**
     * Checks that these tables of any schema in view are there, and perhaps more.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasTables(QualifiedName.of("public", "chat"));
     * // fails
     * assertThat(schema()).hasTables(QualifiedName.of("audit", "entry")); // audit is not in view
     * }</pre>
     */
    public SchemaAssert hasTables(QualifiedName... names) {
        return verify(ShouldHaveTables.failure(snapshot(), List.of(names)));
    }

    /**
     * Checks that exactly these tables are in view; lists all that is missing and all that is too much.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyTables("chat", "draft", "invitation", "membership", "note", "participant", "room");
     * // fails
     * assertThat(schema()).hasOnlyTables("chat", "participants");
     * }</pre>
     */
    public SchemaAssert hasOnlyTables(String... names) {
        return verify(ShouldHaveTables.only(snapshot(), qualified(names)));
    }

    /**
     * Checks that there are no tables in view.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema(empty)).hasNoTables();
     * // fails
     * assertThat(schema()).hasNoTables();
     * }</pre>
     */
    public SchemaAssert hasNoTables() {
        return verify(ShouldHaveTables.none(snapshot()));
    }

    /**
     * Checks that there is an enum type with exactly these labels, in this order.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasEnum("mood", "calm", "loud");
     * // fails
     * assertThat(schema()).hasEnum("mood", "loud", "calm");
     * }</pre>
     */
    public SchemaAssert hasEnum(String name, String... labels) {
        return verify(ShouldHaveTables.enumType(snapshot(), QualifiedName.of(name), List.of(labels)));
    }

    /**
     * Checks that an altering sync of these models would do nothing. The failure shows what it would do. Tables that the
     * models don't declare are not looked at; {@link #hasOnlyTables} is for them.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).isInSyncWith(models);
     * // fails
     * assertThat(schema()).isInSyncWith(changed);
     * }</pre>
     */
    public SchemaAssert isInSyncWith(Models models) {
        if (models.schema().tables().isEmpty()) {
            throw error(ShouldPlan.vacuous());
        }
        Plan plan = Sync.alter().plan(models, snapshot().database());
        return verify(ShouldPlan.inSync(plan));
    }

    /**
     * Goes on with what deleting a row of a table may reach; asks the server again, for the tables of all schemas.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("participant").cascadesOnlyTo("chat", "draft");
     * // fails
     * assertThat(schema()).deleting("particpant"); // did you mean participant?
     * }</pre>
     */
    public DeletionAssert deleting(String table) {
        return deleting(QualifiedName.of(table));
    }

    /**
     * Goes on with what deleting a row of a table of any schema may reach.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting(QualifiedName.of("audit", "entry")).cascadesNowhere();
     * // fails
     * assertThat(schema()).deleting(QualifiedName.of("audit", "entries"));
     * }</pre>
     */
    public DeletionAssert deleting(QualifiedName table) {
        Snapshot whole = snapshot().whole();
        TableView view = whole.table(table);
        Reporting next = ShouldExist.failure(view)
                .map(f -> subject.reporting().failed(error(f)))
                .orElse(subject.reporting());
        Database database = whole.database();
        BlastRadius radius = BlastRadius.ofDeleting(
                view.name(),
                whole.schema(),
                database.dialect().capabilities(database.server().version()));
        return informed(next.open(
                DeletionAssert.class,
                DeletionSubject.class,
                new DeletionSubject(radius, whole, this),
                DeletionAssert::new));
    }

    /** Goes on with a table, on the same snapshot of the catalog; whether it is there is for the next step to say. */
    public TableAssert table(String name) {
        return table(QualifiedName.of(name));
    }

    /** Goes on with a table of any schema in view. */
    public TableAssert table(QualifiedName name) {
        return informed(new TableSubject(snapshot().table(name), subject.reporting(), Optional.of(this)).open());
    }

    private Snapshot snapshot() {
        return subject.snapshot();
    }

    private static List<QualifiedName> qualified(String... names) {
        return Stream.of(names).map(QualifiedName::of).toList();
    }
}
