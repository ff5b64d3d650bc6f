package dev.fk.assertj;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.ShouldBeInEffect;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.assertj.error.ShouldExist;
import dev.fk.assertj.error.ShouldHaveCheck;
import dev.fk.assertj.error.ShouldHaveColumn;
import dev.fk.assertj.error.ShouldHaveComment;
import dev.fk.assertj.error.ShouldHaveFingerprint;
import dev.fk.assertj.error.ShouldHaveForeignKey;
import dev.fk.assertj.error.ShouldHaveIndex;
import dev.fk.assertj.error.ShouldHaveObject;
import dev.fk.assertj.error.ShouldHaveOnly;
import dev.fk.assertj.error.ShouldHaveOnlyForeignKeys;
import dev.fk.assertj.error.ShouldHavePrimaryKey;
import dev.fk.assertj.error.ShouldHaveUniqueKey;
import dev.fk.assertj.error.ShouldNotHaveForeignKey;
import dev.fk.core.diff.SchemaFingerprint;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.Trigger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about one table of a live catalog. Whatever is asserted, and denied, of a table or column that is not there
 * fails. {@code satisfies}, {@code extracting} and the like see the {@link Table}, which is null if there is none.
 */
@API(status = Status.EXPERIMENTAL)
public class TableAssert extends AbstractSchemaAssert<TableAssert, Table> {
    private final TableSubject subject;

    TableAssert(TableSubject subject) {
        super(subject.value(), TableAssert.class, subject.view().snapshot().database());
        this.subject = subject;
    }

    /**
     * Checks that the table is there.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).exists();
     * // fails
     * assertThat(table("chatt")).exists(); // did you mean chat?
     * }</pre>
     */
    public TableAssert exists() {
        return verify(ShouldExist.failure(view()));
    }

    /**
     * Checks that there is no such table, also not in a schema that is named and not in view. Fails with a {@link
     * dev.fk.core.database.DatabaseException} where the server may be hiding it from the user of the connection (MySQL,
     * MariaDB).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("letter")).doesNotExist();
     * // fails
     * assertThat(table("chat")).doesNotExist();
     * }</pre>
     */
    public TableAssert doesNotExist() {
        return verify(ShouldExist.unexpected(view()));
    }

    /**
     * Checks that the table has a column, and goes on with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumn("contents").isNullable();
     * // fails
     * assertThat(table("chat")).hasColumn("content"); // did you mean contents?
     * }</pre>
     */
    public ColumnAssert hasColumn(String name) {
        List<String> spelt = view().asSpelt(name);
        return part(
                ShouldHaveColumn.failure(view(), spelt),
                () -> view().column(spelt.get(0)),
                () -> Column.of(name, new DataType.Other("unknown")),
                ColumnAssert.class,
                ColumnAssert::new);
    }

    /**
     * Checks that the table has these columns, and perhaps more.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasColumns("no", "contents");
     * // fails
     * assertThat(table("chat")).hasColumns("no", "text");
     * }</pre>
     */
    public TableAssert hasColumns(String... names) {
        return verify(ShouldHaveColumn.failure(view(), named(names)));
    }

    /**
     * Checks that the table has exactly these columns, in any order; lists all that is missing and all that is too much.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasOnlyColumns("body", "author");
     * // fails
     * assertThat(table("note")).hasOnlyColumns("body", "writer");
     * }</pre>
     */
    public TableAssert hasOnlyColumns(String... names) {
        return verify(ShouldHaveOnly.columns(view(), view().asSpelt(names)));
    }

    /**
     * Checks that the table is there and has no such column.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).doesNotHaveColumn("subject");
     * // fails
     * assertThat(table("chat")).doesNotHaveColumn("contents");
     * }</pre>
     */
    public TableAssert doesNotHaveColumn(String name) {
        return verify(ShouldHaveColumn.unexpected(view(), view().asSpelt(name).get(0)));
    }

    /**
     * Checks that there is a foreign key on exactly these columns, in this order, and goes on with it. Two foreign keys that
     * reference the same columns fail, and so does one that is {@code NOT ENFORCED}, or whose triggers somebody has disabled
     * (PostgreSQL), unless {@link #inEffectOrNot()} stands before; one that is {@code NOT VALID} is enforced for every new
     * row, and {@link ForeignKeyAssert#isValidated()} asks for the old ones. Of several that reference different columns, the
     * following steps choose.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").referencing("participant", "no");
     * // fails
     * assertThat(table("chat")).hasForeignKey("contents");
     * }</pre>
     */
    public ForeignKeyAssert hasForeignKey(String... columns) {
        List<String> names = named(columns);
        return foreignKey(ShouldHaveForeignKey.failure(view(), names), names, () -> view().foreignKeysOn(names));
    }

    /**
     * Checks that there is a foreign key of this name, and goes on with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKeyNamed("chat_participantNo_fkey").onDelete(CASCADE);
     * // fails
     * assertThat(table("chat")).hasForeignKeyNamed("chat_participant_fkey"); // did you mean chat_participantNo_fkey?
     * }</pre>
     */
    public ForeignKeyAssert hasForeignKeyNamed(String name) {
        Optional<String> spelt = Optional.of(view().constraintAsSpelt(name));
        Supplier<List<ForeignKey>> found = () -> view().foreignKeys().stream()
                .filter(f -> f.name().equals(spelt))
                .toList();
        List<String> columns =
                found.get().stream().findFirst().map(ForeignKey::columns).orElse(List.of("?"));
        return foreignKey(ShouldHaveForeignKey.named(view(), view().constraintAsSpelt(name)), columns, found);
    }

    /**
     * Checks that the columns are there and no foreign key is on exactly these, in any order.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).doesNotHaveForeignKey("contents");
     * // fails
     * assertThat(table("chat")).doesNotHaveForeignKey("participantNo");
     * }</pre>
     */
    public TableAssert doesNotHaveForeignKey(String... columns) {
        return verify(ShouldNotHaveForeignKey.failure(view(), named(columns)));
    }

    /**
     * Checks that the table is there and has no foreign keys.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasNoForeignKeys();
     * // fails
     * assertThat(table("chat")).hasNoForeignKeys();
     * }</pre>
     */
    public TableAssert hasNoForeignKeys() {
        return verify(ShouldNotHaveForeignKey.failure(view()));
    }

    /**
     * Checks that the table has exactly these foreign keys, each in full; a name counts where one is given. Without arguments,
     * none.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasOnlyForeignKeys(
     *         fk("participantNo").referencing("participant", "no").onDelete(CASCADE).onUpdate(CASCADE),
     *         fk("roomNo").referencing("room", "no").onDelete(SET_NULL).onUpdate(CASCADE));
     * // fails
     * assertThat(table("chat")).hasOnlyForeignKeys(fk("participantNo").referencing("participant", "no").onDelete(CASCADE));
     * }</pre>
     */
    public TableAssert hasOnlyForeignKeys(ExpectedForeignKey... expected) {
        List<ForeignKey> keys = Stream.of(expected)
                .map(ExpectedForeignKey::foreignKey)
                .map(this::asSpelt)
                .toList();
        return verify(ShouldHaveOnlyForeignKeys.failure(view(), keys));
    }

    /**
     * Checks that the primary key consists of exactly these columns, in this order, and goes on with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("membership")).hasPrimaryKey("participantNo", "roomNo");
     * // fails
     * assertThat(table("membership")).hasPrimaryKey("roomNo", "participantNo");
     * }</pre>
     */
    public KeyAssert hasPrimaryKey(String... columns) {
        return key(
                columns,
                ShouldHavePrimaryKey.failure(view(), view().asSpelt(columns)),
                () -> view().table().flatMap(Table::primaryKey).stream().toList());
    }

    /**
     * Checks that the table is there and has no primary key.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasNoPrimaryKey();
     * // fails
     * assertThat(table("invitation")).hasNoPrimaryKey();
     * }</pre>
     */
    public TableAssert hasNoPrimaryKey() {
        return verify(ShouldHavePrimaryKey.unexpected(view()));
    }

    /**
     * Checks that a unique constraint, or a unique index on whole columns, is on exactly these columns, in any order, and
     * goes on with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasUniqueKey("title");
     * // fails
     * assertThat(table("room")).hasUniqueKey("topic");
     * }</pre>
     */
    public KeyAssert hasUniqueKey(String... columns) {
        return key(columns, ShouldHaveUniqueKey.failure(view(), view().asSpelt(columns)), () -> view().uniqueKeysOn(
                        view().asSpelt(columns)));
    }

    /**
     * Checks that the columns are there and neither a unique constraint nor a unique index is on exactly these.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).doesNotHaveUniqueKey("topic");
     * // fails
     * assertThat(table("room")).doesNotHaveUniqueKey("title");
     * }</pre>
     */
    public TableAssert doesNotHaveUniqueKey(String... columns) {
        return verify(ShouldHaveUniqueKey.unexpected(view(), named(columns)));
    }

    /**
     * Checks that there is an index on exactly these columns, in this order, and goes on with it. Indexes that a primary key
     * or unique constraint owns are asserted as what they are. One that no query may use fails: invalid (PostgreSQL),
     * INVISIBLE (MySQL) or IGNORED (MariaDB).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndex("participantNo");
     * // fails
     * assertThat(table("chat")).hasIndex("type");
     * }</pre>
     */
    public IndexAssert hasIndex(String... columns) {
        List<String> names = named(columns);
        return index(ShouldHaveIndex.failure(view(), names), () -> view().indexesOn(names));
    }

    /**
     * Checks that there is an index of this name, on columns or expressions, and goes on with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasIndexNamed("chat_unread").isNotUnique();
     * // fails
     * assertThat(table("chat")).hasIndexNamed("chat_unraed"); // did you mean chat_unread?
     * }</pre>
     */
    public IndexAssert hasIndexNamed(String name) {
        String spelt = view().constraintAsSpelt(name);
        return index(ShouldHaveIndex.named(view(), spelt), () -> view().indexesOfAnyKind().stream()
                .filter(i -> i.name().equals(Optional.of(spelt)))
                .toList());
    }

    /**
     * Checks that the columns are there and no index is on exactly these, in this order.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).doesNotHaveIndex("contents");
     * // fails
     * assertThat(table("chat")).doesNotHaveIndex("participantNo");
     * }</pre>
     */
    public TableAssert doesNotHaveIndex(String... columns) {
        return verify(ShouldHaveIndex.unexpected(view(), named(columns)));
    }

    /**
     * Checks that the table has exactly the indexes of these names, beside those that constraints own.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("participant")).hasOnlyIndexes("participant_role_status");
     * // fails
     * assertThat(table("participant")).hasOnlyIndexes("participant_role");
     * }</pre>
     */
    public TableAssert hasOnlyIndexes(String... names) {
        List<String> spelt = constraintsAsSpelt(names);
        return verify(ShouldHaveOnly.indexes(view(), spelt).or(() -> idle(view().indexesOfAnyKind(), spelt)));
    }

    /**
     * Checks that there is a check of this name that is not {@code NOT ENFORCED}, and goes on with it; {@link
     * CheckAssert#isValidated()} asks for the rows that were there before it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheck("room_title_check").isValidated();
     * // fails
     * assertThat(table("room")).hasCheck("room_title_chk"); // did you mean room_title_check?
     * }</pre>
     */
    public CheckAssert hasCheck(String name) {
        String spelt = view().constraintAsSpelt(name);
        return check(ShouldHaveCheck.named(view(), spelt), () -> ShouldHaveCheck.checks(view()).stream()
                .filter(c -> c.name().equals(Optional.of(spelt)))
                .toList());
    }

    /**
     * Checks that there is a check in whose condition all these columns occur, and goes on with it; of several with those of
     * which what follows holds.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheckOn("title");
     * // fails
     * assertThat(table("room")).hasCheckOn("topic");
     * }</pre>
     */
    public CheckAssert hasCheckOn(String... columns) {
        List<String> names = named(columns);
        return check(ShouldHaveCheck.on(view(), names), () -> ShouldHaveCheck.mentioning(view(), names));
    }

    /**
     * Checks that a primary key, unique key, foreign key, check or exclusion has this name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasConstraintNamed("room_title_key");
     * // fails
     * assertThat(table("room")).hasConstraintNamed("room_titel_key"); // did you mean room_title_key?
     * }</pre>
     */
    public TableAssert hasConstraintNamed(String name) {
        String spelt = view().constraintAsSpelt(name);
        return verify(ShouldBeNamed.missing(view(), spelt).or(() -> idle(view().constraints(), List.of(spelt))));
    }

    /**
     * Checks that the table is there and no constraint has this name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).doesNotHaveConstraintNamed("room_ibfk_1");
     * // fails
     * assertThat(table("room")).doesNotHaveConstraintNamed("room_title_key");
     * }</pre>
     */
    public TableAssert doesNotHaveConstraintNamed(String name) {
        return verify(ShouldBeNamed.unexpected(view(), view().constraintAsSpelt(name)));
    }

    /**
     * Checks that the table has exactly the constraints of these names.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasOnlyConstraints("room_pkey", "room_title_key", "room_title_check");
     * // fails
     * assertThat(table("room")).hasOnlyConstraints("room_pkey", "room_title_key");
     * }</pre>
     */
    public TableAssert hasOnlyConstraints(String... names) {
        List<String> spelt = constraintsAsSpelt(names);
        return verify(ShouldHaveOnly.constraints(view(), spelt).or(() -> idle(view().constraints(), spelt)));
    }

    /**
     * Checks that the table has a trigger of this name, which nobody has disabled (PostgreSQL), and goes on with it; asks the
     * server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasTrigger("note_touch");
     * // fails
     * assertThat(table("note")).hasTrigger("note_tuoch"); // did you mean note_touch?
     * }</pre>
     */
    public TriggerAssert hasTrigger(String name) {
        List<Trigger> there = triggers();
        List<Trigger> found = there.stream().filter(t -> t.name().equals(name)).toList();
        return part(
                ShouldHaveObject.missingTrigger(view(), name, there).or(() -> idle(found)),
                () -> found.stream().findFirst(),
                () -> new Trigger(view().name(), name, Trigger.Timing.BEFORE, Set.of(), true, Trigger.State.ENABLED),
                TriggerAssert.class,
                TriggerAssert::new);
    }

    /**
     * Checks that the table has exactly the triggers of these names; without any, none. Asks the server again.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasOnlyTriggers("note_log", "note_touch");
     * // fails
     * assertThat(table("room")).hasOnlyTriggers("room_touch");
     * }</pre>
     */
    public TableAssert hasOnlyTriggers(String... names) {
        List<Trigger> there = triggers();
        return verify(ShouldHaveObject.onlyTriggers(
                        view(),
                        List.of(names),
                        there.stream().map(Trigger::name).toList())
                .or(() -> idle(there)));
    }

    /**
     * Checks the table's comment.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasComment("where people talk");
     * // fails
     * assertThat(table("room")).hasComment("where people shout");
     * }</pre>
     */
    public TableAssert hasComment(String comment) {
        return verify(ShouldHaveComment.onTable(view(), Optional.of(comment)));
    }

    /**
     * Checks that the table is there and has no comment.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasNoComment();
     * // fails
     * assertThat(table("room")).hasNoComment();
     * }</pre>
     */
    public TableAssert hasNoComment() {
        return verify(ShouldHaveComment.onTable(view(), Optional.empty()));
    }

    /**
     * Checks that nothing that is known about the table has changed since this was its fingerprint: columns in any order,
     * keys, foreign keys, indexes, checks with their names, comments and options. The failure shows which of these have
     * changed, and the fingerprint of now; {@link SchemaFingerprint} says what it depends on.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasFingerprint(SchemaFingerprint.of(note).text());
     * // fails
     * assertThat(table("room")).hasFingerprint(SchemaFingerprint.of(note).text());
     * }</pre>
     */
    public TableAssert hasFingerprint(String fingerprint) {
        return verify(ShouldHaveFingerprint.failure(view(), new SchemaFingerprint(fingerprint)));
    }

    /**
     * Lets also count, from here on, what stands in the catalog and has no effect: foreign keys and checks that are {@code
     * NOT ENFORCED} (PostgreSQL 18, checks of MySQL), foreign keys whose triggers, and triggers that, somebody has disabled,
     * indexes that are invalid (PostgreSQL), INVISIBLE (MySQL) or IGNORED (MariaDB). Without this word assertions fail on
     * them, as on what is not there.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).inEffectOrNot().hasForeignKey("letterNo");
     * // fails
     * assertThat(table("chat")).inEffectOrNot().hasForeignKey("contents");
     * }</pre>
     */
    public TableAssert inEffectOrNot() {
        return informed(subject.withWhatHasNoEffect().open());
    }

    /** Goes back to the assertions about the whole schema. */
    public SchemaAssert returnToSchema() {
        return subject.origin()
                .orElseGet(() -> informed(new SchemaSubject(view().snapshot(), subject.reporting()).open()));
    }

    private TableView view() {
        return subject.view();
    }

    private List<Trigger> triggers() {
        Snapshot snapshot = view().snapshot();
        List<Trigger> seen = snapshot.objects().triggers().stream()
                .filter(t -> t.table().equals(view().name()))
                .toList();
        if (seen.isEmpty() && view().table().isPresent()) {
            snapshot.database().inquiry().refuseUnseenTriggers(view().name());
        }
        return seen;
    }

    private List<String> constraintsAsSpelt(String... names) {
        return Stream.of(names).map(view()::constraintAsSpelt).toList();
    }

    private ForeignKey asSpelt(ForeignKey wanted) {
        TableView parent = view().snapshot().table(wanted.referencedTable());
        return wanted.withColumns(view().asSpelt(wanted.columns().toArray(String[]::new)))
                .withReferenced(
                        parent.name(), parent.asSpelt(wanted.referencedColumns().toArray(String[]::new)))
                .withName(wanted.name().map(view()::constraintAsSpelt));
    }

    private ForeignKeyAssert foreignKey(
            Optional<Failure> absent, List<String> columns, Supplier<List<ForeignKey>> found) {
        WantedForeignKey wanted = WantedForeignKey.on(columns);
        Optional<Failure> failure = absent.or(() -> idle(wanted, found.get()));
        Reporting next = after(failure);
        List<ForeignKey> candidates = failure.isPresent()
                ? List.of(ForeignKey.of(columns, view().name().withName("unknown"), columns))
                : found.get();
        return informed(new ForeignKeySubject(candidates, wanted, false, Probing.usual(), this, view(), next).open());
    }

    private KeyAssert key(String[] columns, Optional<Failure> failure, Supplier<List<? extends Constraint>> found) {
        return choice(
                failure,
                found,
                () -> PrimaryKey.of(columns),
                new Choice.Opening<>(KeyAssert.class, KeyAssert::new, keys -> Optional.empty()));
    }

    private IndexAssert index(Optional<Failure> failure, Supplier<List<Index>> found) {
        return choice(
                failure,
                found,
                () -> Index.of("unknown", "unknown"),
                new Choice.Opening<>(IndexAssert.class, IndexAssert::new, unlessIdle(ShouldBeInEffect::ofIndexes)));
    }

    private CheckAssert check(Optional<Failure> failure, Supplier<List<Check>> found) {
        return choice(
                failure,
                found,
                () -> Check.of("unknown", "true"),
                new Choice.Opening<>(CheckAssert.class, CheckAssert::new, unlessIdle(ShouldBeInEffect::ofChecks)));
    }

    private <T> Function<List<T>, Optional<Failure>> unlessIdle(
            BiFunction<TableView, List<T>, Optional<Failure>> failure) {
        return there -> subject.inEffectOrNot() ? Optional.empty() : failure.apply(view(), there);
    }

    /** Why nothing that is {@code NOT ENFORCED} gets here; empty if it does. */
    String unsaid() {
        return subject.inEffectOrNot() ? "" : ShouldBeInEffect.UNSAID;
    }

    /** Why foreign keys have no effect, if none of them has. */
    Optional<Failure> idle(WantedForeignKey wanted, List<ForeignKey> there) {
        return subject.inEffectOrNot() ? Optional.empty() : ShouldBeInEffect.ofForeignKeys(view(), wanted, there);
    }

    private Optional<Failure> idle(List<Trigger> there) {
        return subject.inEffectOrNot() ? Optional.empty() : ShouldBeInEffect.ofTriggers(there);
    }

    private Optional<Failure> idle(List<? extends Constraint> there, Collection<String> names) {
        return subject.inEffectOrNot()
                ? Optional.empty()
                : ShouldBeInEffect.ofAll(
                        view(),
                        there.stream()
                                .filter(c -> c.name().filter(names::contains).isPresent())
                                .toList());
    }

    private <T extends Constraint, A extends AbstractSchemaAssert<A, T>> A choice(
            Optional<Failure> absent,
            Supplier<? extends List<? extends T>> found,
            Supplier<T> standIn,
            Choice.Opening<T, A> opening) {
        Optional<Failure> failure = absent.or(() -> opening.idle().apply(List.copyOf(found.get())));
        Reporting next = after(failure);
        List<T> there = failure.isPresent() ? List.of(standIn.get()) : List.copyOf(found.get());
        return informed(new Choice<>(there, this, view(), next, opening).open());
    }

    /** Where failures are collected, a stand-in takes the place of a part that is not there; nobody hears about it. */
    private <T, A extends AbstractSchemaAssert<A, T>> A part(
            Optional<Failure> failure,
            Supplier<Optional<T>> found,
            Supplier<T> standIn,
            Class<A> type,
            Function<Part<T>, A> constructor) {
        Reporting next = after(failure);
        Optional<T> there = failure.isPresent() ? Optional.empty() : found.get();
        Part<T> part = new Part<>(there.orElseGet(standIn), this, view(), next);
        return informed(next.open(type, Part.type(), part, constructor));
    }

    private Reporting after(Optional<Failure> failure) {
        return failure.map(f -> subject.reporting().failed(error(f))).orElse(subject.reporting());
    }

    private List<String> named(String... columns) {
        return view().asSpelt(AtLeastOne.of(columns, "columns"));
    }
}
