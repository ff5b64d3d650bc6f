package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.ShouldBeOnPar;
import dev.fk.assertj.error.ShouldExist;
import dev.fk.assertj.error.ShouldHaveFingerprint;
import dev.fk.assertj.error.ShouldHaveNoOrphans;
import dev.fk.assertj.error.ShouldHaveObject;
import dev.fk.assertj.error.ShouldHaveTables;
import dev.fk.assertj.error.ShouldObey;
import dev.fk.assertj.error.ShouldPlan;
import dev.fk.core.database.Database;
import dev.fk.core.database.LiveData;
import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.model.Models;
import dev.fk.core.parity.NeutralForm;
import dev.fk.core.parity.Parity;
import dev.fk.core.plan.Plan;
import dev.fk.core.probe.BlastRadius;
import dev.fk.core.rule.Finding;
import dev.fk.core.rule.Rule;
import dev.fk.core.rule.RuleReport;
import dev.fk.core.rule.RuleSet;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Sequence;
import dev.fk.core.schema.View;
import dev.fk.core.sync.Sync;
import java.lang.System.Logger.Level;
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
        return verify(ShouldHaveTables.failure(snapshot(), qualified(AtLeastOne.of(names, "tables"))));
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
        return verify(ShouldHaveTables.failure(snapshot(), List.of(AtLeastOne.of(names, "tables"))));
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
     * Checks that exactly these tables of any schema are in view.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyTables(all.tables().keySet().toArray(QualifiedName[]::new));
     * // fails
     * assertThat(schema()).hasOnlyTables(QualifiedName.of("chat"), QualifiedName.of("audit", "entry"));
     * }</pre>
     */
    public SchemaAssert hasOnlyTables(QualifiedName... names) {
        return verify(ShouldHaveTables.only(snapshot(), List.of(names)));
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
        return hasEnum(QualifiedName.of(name), labels);
    }

    /**
     * Checks that there is an enum type of any schema with exactly these labels, in this order.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasEnum(QualifiedName.of("mood"), "calm", "loud");
     * // fails
     * assertThat(schema()).hasEnum(QualifiedName.of("audit", "mood"), "calm", "loud");
     * }</pre>
     */
    public SchemaAssert hasEnum(QualifiedName name, String... labels) {
        return verify(ShouldHaveTables.enumType(snapshot(), name, List.of(labels)));
    }

    /**
     * Checks that there are exactly these enum types, in any order; labels belong to the column on the MySQL family.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyEnums("mood");
     * // fails
     * assertThat(schema()).hasOnlyEnums("moods", "weather");
     * }</pre>
     */
    public SchemaAssert hasOnlyEnums(String... names) {
        return verify(ShouldHaveTables.onlyEnums(snapshot(), qualified(names)));
    }

    /**
     * Checks that exactly these enum types of any schema are in view, in any order.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyEnums(QualifiedName.of("mood"));
     * // fails
     * assertThat(schema()).hasOnlyEnums(QualifiedName.of("mood"), QualifiedName.of("audit", "kind"));
     * }</pre>
     */
    public SchemaAssert hasOnlyEnums(QualifiedName first, QualifiedName... more) {
        return verify(ShouldHaveTables.onlyEnums(snapshot(), listed(first, more)));
    }

    /**
     * Checks that nothing that is known about the tables in view and their enum types has changed since this was their
     * fingerprint. The failure shows in which respects they have, and the fingerprint of now; {@link SchemaFingerprint} says
     * what it depends on.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasFingerprint(SchemaFingerprint.of(all).text());
     * // fails
     * assertThat(schema()).hasFingerprint(SchemaFingerprint.of(note).text());
     * }</pre>
     */
    public SchemaAssert hasFingerprint(String fingerprint) {
        return verify(ShouldHaveFingerprint.failure(snapshot(), new SchemaFingerprint(fingerprint)));
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
        return verify(ShouldPlan.inSync(plan, models.schema().tables().keySet(), snapshot()));
    }

    /**
     * Checks that no row has a foreign key that leads nowhere. Servers check rows when they come, if at all: on MySQL and
     * MariaDB not while {@code foreign_key_checks} is off, on PostgreSQL not under a key that is NOT VALID, nor while
     * {@code session_replication_role} is {@code replica}; and such a row stays unnoticed. Asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasNoOrphans();
     * // fails
     * assertThat(schema(empty)).hasNoOrphans(); // there is no foreign key
     * }</pre>
     */
    public SchemaAssert hasNoOrphans() {
        Schema there = snapshot().schema();
        LiveData rows = snapshot().database().data();
        return verify(ShouldHaveNoOrphans.failure(there, rows.orphans(there), rows.unasked(there)));
    }

    /**
     * Checks that there is a view, and goes on with it; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasView("loud_chat");
     * // fails
     * assertThat(schema()).hasView("laud_chat"); // did you mean loud_chat?
     * }</pre>
     */
    public ViewAssert hasView(String name) {
        return hasView(QualifiedName.of(name));
    }

    /**
     * Checks that there is a view in any schema, and goes on with it; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasView(QualifiedName.of("loud_chat"));
     * // fails
     * assertThat(schema()).hasView(QualifiedName.of("audit", "loud_chat"));
     * }</pre>
     */
    public ViewAssert hasView(QualifiedName wanted) {
        List<View> there = snapshot().objects().views();
        QualifiedName known = snapshot().known(wanted, viewNames(there));
        Optional<Failure> failure = ShouldHaveObject.missing(snapshot(), "view", known, viewNames(there), true);
        Reporting next = failure.map(f -> subject.reporting().failed(error(f))).orElse(subject.reporting());
        View found = there.stream()
                .filter(v -> v.name().equals(known))
                .findFirst()
                .orElseGet(() -> new View(known, List.of(), false));
        SchemaPart<View> part = new SchemaPart<>(found, this, snapshot(), next);
        return informed(next.open(ViewAssert.class, SchemaPart.type(), part, ViewAssert::new));
    }

    /**
     * Checks that there is no such view; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).doesNotHaveView("quiet_one");
     * // fails
     * assertThat(schema()).doesNotHaveView("loud_chat");
     * }</pre>
     */
    public SchemaAssert doesNotHaveView(String name) {
        return doesNotHaveView(QualifiedName.of(name));
    }

    /**
     * Checks that there is no such view in any schema; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).doesNotHaveView(QualifiedName.of("audit", "loud_chat"));
     * // fails
     * assertThat(schema()).doesNotHaveView(QualifiedName.of("loud_chat"));
     * }</pre>
     */
    public SchemaAssert doesNotHaveView(QualifiedName name) {
        List<QualifiedName> there = viewNames(snapshot().objects().views());
        return verify(ShouldHaveObject.unexpected(snapshot(), "view", snapshot().known(name, there), there));
    }

    /**
     * Checks that there are exactly these views; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyViews("loud_chat", "room_titles");
     * // fails
     * assertThat(schema()).hasOnlyViews("laud_chat");
     * }</pre>
     */
    public SchemaAssert hasOnlyViews(String... names) {
        return hasOnlyViews(qualified(names));
    }

    /**
     * Checks that exactly these views of any schema are in view; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlyViews(QualifiedName.of("loud_chat"), QualifiedName.of("room_titles"));
     * // fails
     * assertThat(schema()).hasOnlyViews(QualifiedName.of("audit", "loud_chat"));
     * }</pre>
     */
    public SchemaAssert hasOnlyViews(QualifiedName first, QualifiedName... more) {
        return hasOnlyViews(listed(first, more));
    }

    private SchemaAssert hasOnlyViews(List<QualifiedName> names) {
        return verify(ShouldHaveObject.only(
                snapshot(), "view", names, viewNames(snapshot().objects().views()), true));
    }

    /**
     * Checks that there is a sequence of its own, and goes on with it; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasSequence("ticket_no");
     * // fails
     * assertThat(schema()).hasSequence("tiket_no"); // did you mean ticket_no?
     * }</pre>
     */
    public SequenceAssert hasSequence(String name) {
        return hasSequence(QualifiedName.of(name));
    }

    /**
     * Checks that there is a sequence of its own in any schema, and goes on with it; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasSequence(QualifiedName.of("ticket_no"));
     * // fails
     * assertThat(schema()).hasSequence(QualifiedName.of("audit", "ticket_no"));
     * }</pre>
     */
    public SequenceAssert hasSequence(QualifiedName wanted) {
        List<Sequence> there = snapshot().objects().sequences();
        QualifiedName known = snapshot().known(wanted, sequenceNames(there));
        Optional<Failure> failure =
                ShouldHaveObject.missing(snapshot(), "sequence", known, sequenceNames(there), canHaveSequences());
        Reporting next = failure.map(f -> subject.reporting().failed(error(f))).orElse(subject.reporting());
        Sequence found = there.stream()
                .filter(v -> v.name().equals(known))
                .findFirst()
                .orElseGet(() -> new Sequence(known, 1, 1, false));
        SchemaPart<Sequence> part = new SchemaPart<>(found, this, snapshot(), next);
        return informed(next.open(SequenceAssert.class, SchemaPart.type(), part, SequenceAssert::new));
    }

    /**
     * Checks that there is no such sequence; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).doesNotHaveSequence("quiet_one");
     * // fails
     * assertThat(schema()).doesNotHaveSequence("ticket_no");
     * }</pre>
     */
    public SchemaAssert doesNotHaveSequence(String name) {
        return doesNotHaveSequence(QualifiedName.of(name));
    }

    /**
     * Checks that there is no such sequence in any schema; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).doesNotHaveSequence(QualifiedName.of("audit", "ticket_no"));
     * // fails
     * assertThat(schema()).doesNotHaveSequence(QualifiedName.of("ticket_no"));
     * }</pre>
     */
    public SchemaAssert doesNotHaveSequence(QualifiedName name) {
        List<QualifiedName> there = sequenceNames(snapshot().objects().sequences());
        return verify(
                ShouldHaveObject.unexpected(snapshot(), "sequence", snapshot().known(name, there), there));
    }

    /**
     * Checks that there are exactly these sequences; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlySequences("ticket_no");
     * // fails
     * assertThat(schema()).hasOnlySequences("tiket_no");
     * }</pre>
     */
    public SchemaAssert hasOnlySequences(String... names) {
        return hasOnlySequences(qualified(names));
    }

    /**
     * Checks that exactly these sequences of any schema are in view; asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasOnlySequences(QualifiedName.of("ticket_no"));
     * // fails
     * assertThat(schema()).hasOnlySequences(QualifiedName.of("audit", "ticket_no"));
     * }</pre>
     */
    public SchemaAssert hasOnlySequences(QualifiedName first, QualifiedName... more) {
        return hasOnlySequences(listed(first, more));
    }

    private SchemaAssert hasOnlySequences(List<QualifiedName> names) {
        return verify(ShouldHaveObject.only(
                snapshot(),
                "sequence",
                names,
                sequenceNames(snapshot().objects().sequences()),
                canHaveSequences()));
    }

    /**
     * Checks rules; every violation fails, those of warnings as well. The failure lists all places that break one of them,
     * with the statements that put it right. A rule that found nothing to look at fails, and so does an exception that
     * excepts nothing.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).obeys(foreignKeys().that().reference("participant").shouldNot().setNullOnDelete());
     * // fails
     * assertThat(schema()).obeys(foreignKeys().that().belongToTablesMatching("chat").should().cascadeOnDelete());
     * }</pre>
     */
    public SchemaAssert obeys(Rule... rules) {
        List<Rule> named = List.of(AtLeastOne.of(rules, "rules"));
        return verify(ShouldObey.every(RuleReport.of(snapshot().asTarget(), named), snapshot()));
    }

    /**
     * Checks many rules; errors fail, and warnings are listed with them. Where there are warnings alone it passes, and they go
     * to the {@link System.Logger} named {@code dev.fk.rules}.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).obeysAll(RuleSet.of(Rules.foreignKeyTypesAreEqual(), Rules.namesAreNotReserved()));
     * // fails
     * assertThat(schema()).obeysAll(Rules.recommended());
     * }</pre>
     */
    public SchemaAssert obeysAll(RuleSet rules) {
        RuleReport report = rules.check(snapshot().asTarget());
        verify(ShouldObey.errors(report, snapshot()));
        List<String> warnings =
                report.warnings().stream().map(Finding::toString).toList();
        if (!warnings.isEmpty()) {
            System.getLogger("dev.fk.rules")
                    .log(Level.WARNING, snapshot().database() + "\n" + String.join("\n", warnings));
        }
        return this;
    }

    /**
     * Checks that the schema is the same as on another kind of server, but for idioms that the parity allows. The failure
     * tells all other differences, by table, and allowances that nothing needs.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).isOnParWith(Parity.with(twin));
     * // fails
     * assertThat(schema()).isOnParWith(Parity.with(other).allowing(Idiom.UUID_AS_TEXT, "MySQL has no uuid"));
     * }</pre>
     */
    public SchemaAssert isOnParWith(Parity parity) {
        NeutralForm here = NeutralForm.of(
                snapshot().catalog(),
                snapshot().database().dialect(),
                snapshot().database().server());
        return verify(ShouldBeOnPar.failure(parity.compare(here)));
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
        BlastRadius radius = BlastRadius.ofDeleting(view.name(), whole.schema(), database.dialect(), database.server());
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
        return informed(new TableSubject(snapshot().table(name), subject.reporting(), Optional.of(this), false).open());
    }

    private static List<QualifiedName> viewNames(List<View> views) {
        return views.stream().map(View::name).toList();
    }

    private static List<QualifiedName> sequenceNames(List<Sequence> sequences) {
        return sequences.stream().map(Sequence::name).toList();
    }

    private boolean canHaveSequences() {
        return snapshot()
                .database()
                .dialect()
                .capabilities(snapshot().database().server().version())
                .sequences();
    }

    private Snapshot snapshot() {
        return subject.snapshot();
    }

    private static List<QualifiedName> qualified(String... names) {
        return Stream.of(names).map(QualifiedName::of).toList();
    }

    private static List<QualifiedName> listed(QualifiedName first, QualifiedName... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toList();
    }
}
