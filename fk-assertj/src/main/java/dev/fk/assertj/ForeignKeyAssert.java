package dev.fk.assertj;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.ShouldBeChecked;
import dev.fk.assertj.error.ShouldBeIndexed;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.assertj.error.ShouldBehave;
import dev.fk.assertj.error.ShouldHaveAction;
import dev.fk.assertj.error.ShouldReference;
import dev.fk.core.database.Database;
import dev.fk.core.dialect.ReportedActions;
import dev.fk.core.probe.ProbeException;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about a foreign key that is there. Every step asserts at once; none waits for a later one. A failure shows
 * all that the chain has asserted so far over what is there.
 */
@API(status = Status.EXPERIMENTAL)
public class ForeignKeyAssert extends AbstractSchemaAssert<ForeignKeyAssert, ForeignKey> {
    private final ForeignKeySubject subject;

    ForeignKeyAssert(ForeignKeySubject subject) {
        super(subject.value(), ForeignKeyAssert.class, subject.view().snapshot().database());
        this.subject = subject;
    }

    /**
     * Checks which table and columns it references; the columns in the order of the foreign key's own. Without columns, the
     * table's primary key is meant, as in SQL. The table has to be there: MySQL and MariaDB take a foreign key to one that
     * is not where {@code foreign_key_checks} is 0, as in a dump.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").referencing("participant", "no");
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").referencing("room", "no");
     * }</pre>
     */
    public ForeignKeyAssert referencing(String table, String... columns) {
        return referencing(QualifiedName.of(table), columns);
    }

    /**
     * Checks which table of another schema it references.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "entry")).hasForeignKey("chatNo").referencing(QualifiedName.of("public", "chat"), "no");
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").referencing(QualifiedName.of("audit", "entry"), "no");
     * }</pre>
     */
    public ForeignKeyAssert referencing(QualifiedName table, String... columns) {
        QualifiedName known = view().snapshot().known(table);
        List<String> referenced =
                columns.length > 0 ? view().snapshot().table(known).asSpelt(columns) : primaryKey(known);
        WantedForeignKey wanted = subject.wanted().referencing(known, referenced);
        ForeignKey.Key key = new ForeignKey.Key(wanted.columns(), known, referenced);
        ForeignKeyAssert narrowed = narrow(
                wanted,
                f -> f.key().equals(key),
                () -> ShouldReference.failure(view(), wanted, key, subject.candidates()));
        return narrowed.verify(ShouldReference.toNowhere(view(), narrowed.actual));
    }

    /**
     * Checks what happens to the rows when the row they reference is deleted. {@code RESTRICT} and {@code NO ACTION} are the
     * same where the server makes no difference.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").onDelete(CASCADE);
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").onDelete(SET_NULL);
     * }</pre>
     */
    public ForeignKeyAssert onDelete(ReferentialAction action) {
        WantedForeignKey wanted = subject.wanted().onDelete(action);
        return narrow(
                wanted,
                f -> same(action, f.onDelete()),
                () -> ShouldHaveAction.onDelete(view(), wanted, action, subject.candidates()));
    }

    /**
     * Checks what happens to the rows when the key they reference is updated.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").onUpdate(CASCADE);
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").onUpdate(NO_ACTION);
     * }</pre>
     */
    public ForeignKeyAssert onUpdate(ReferentialAction action) {
        WantedForeignKey wanted = subject.wanted().onUpdate(action);
        return narrow(
                wanted,
                f -> same(action, f.onUpdate()),
                () -> ShouldHaveAction.onUpdate(view(), wanted, action, subject.candidates()));
    }

    /**
     * Compares actions by the catalog's word from here on, also where the server makes no difference between
     * {@code RESTRICT} and {@code NO ACTION}; asks the catalog again. The word need not be one that somebody wrote: MariaDB
     * says {@code RESTRICT} where nothing was declared, MySQL and PostgreSQL {@code NO ACTION}.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").strictly().onDelete(CASCADE);
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").strictly().onDelete(RESTRICT);
     * }</pre>
     */
    public ForeignKeyAssert strictly() {
        List<ReportedActions> reported = inScope().reportedActions();
        return informed(subject.strictly(f -> inItsWords(f, reported)).open());
    }

    /**
     * Checks the constraint's name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").named("chat_participantNo_fkey");
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").named("fk_chat_participant");
     * }</pre>
     */
    public ForeignKeyAssert named(String name) {
        WantedForeignKey wanted = subject.wanted().named(name);
        Optional<String> spelt = Optional.of(view().constraintAsSpelt(name));
        return narrow(
                wanted,
                f -> f.name().equals(spelt),
                () -> ShouldBeNamed.foreignKey(view(), wanted, name, subject.candidates()));
    }

    /**
     * Checks that the whole name matches a regular expression.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").hasNameMatching("chat_.+_fkey");
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").hasNameMatching("fk_.+");
     * }</pre>
     */
    public ForeignKeyAssert hasNameMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return narrow(
                subject.wanted(),
                f -> f.name().filter(n -> pattern.matcher(n).matches()).isPresent(),
                () -> ShouldBeNamed.pattern(view(), subject.candidates(), regex));
    }

    /**
     * Checks that it is called as a convention says.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("roomNo").hasNameMatching(NamingConvention.of("{table}_{columns}_fkey"));
     * // fails
     * assertThat(table("chat")).hasForeignKey("roomNo").hasNameMatching(NamingConvention.explicitNames());
     * }</pre>
     */
    public ForeignKeyAssert hasNameMatching(NamingConvention convention) {
        return narrow(
                subject.wanted(),
                f -> f.name().equals(Optional.of(nameBy(convention, f))),
                () -> ShouldBeNamed.convention(view(), actual, nameBy(convention, actual)));
    }

    /**
     * Checks that the name is not one that the server made up, such as {@code chat_participantNo_fkey} on PostgreSQL, {@code
     * chat_ibfk_1} on MySQL, {@code chat_ibfk_1} or {@code 1} on MariaDB.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("invitation")).hasForeignKey("roomNo").hasStableName();
     * // fails
     * assertThat(table("audit", "letter")).hasForeignKey("replyTo").hasStableName();
     * }</pre>
     */
    public ForeignKeyAssert hasStableName() {
        return narrow(
                subject.wanted(),
                f -> ShouldBeNamed.isStable(view(), f),
                () -> ShouldBeNamed.stable(view(), actual, nameBy(NamingConvention.explicitNames(), actual)));
    }

    /**
     * Checks that a transaction may put the check off to its end.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("invitation")).hasForeignKey("participantNo", "roomNo").isDeferrable();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").isDeferrable();
     * }</pre>
     */
    public ForeignKeyAssert isDeferrable() {
        WantedForeignKey wanted = subject.wanted().deferrability(Deferrability.INITIALLY_IMMEDIATE);
        return narrow(
                wanted,
                f -> f.deferrability() != Deferrability.NOT_DEFERRABLE,
                () -> ShouldBeChecked.at(view(), wanted, subject.candidates()));
    }

    /**
     * Checks that the check waits for the end of the transaction without being told to.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("invitation")).hasForeignKey("participantNo", "roomNo").isInitiallyDeferred();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").isInitiallyDeferred();
     * }</pre>
     */
    public ForeignKeyAssert isInitiallyDeferred() {
        return checkedAt(Deferrability.INITIALLY_DEFERRED);
    }

    /**
     * Checks that the check can't be put off.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").isNotDeferrable();
     * // fails
     * assertThat(table("invitation")).hasForeignKey("participantNo", "roomNo").isNotDeferrable();
     * }</pre>
     */
    public ForeignKeyAssert isNotDeferrable() {
        return checkedAt(Deferrability.NOT_DEFERRABLE);
    }

    /**
     * Checks that all rows have been checked, those from before the constraint as well. MySQL and MariaDB know no other foreign
     * keys: rows that came in while {@code foreign_key_checks} was off are checked by nobody, and not by this either.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").isValidated();
     * // fails
     * assertThat(table("invitation")).hasForeignKey("roomNo").isValidated();
     * }</pre>
     */
    public ForeignKeyAssert isValidated() {
        return checkedFor(Enforcement.ENFORCED);
    }

    /**
     * Checks that the rows from before the constraint have not been checked ({@code NOT VALID}).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("invitation")).hasForeignKey("roomNo").isNotValid();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").isNotValid();
     * }</pre>
     */
    public ForeignKeyAssert isNotValid() {
        return checkedFor(Enforcement.NOT_VALID);
    }

    /**
     * Checks that the constraint is there for information only ({@code NOT ENFORCED}); {@link TableAssert#inEffectOrNot()}
     * comes before.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).inEffectOrNot().hasForeignKey("letterNo").isNotEnforced();
     * // fails
     * assertThat(table("chat")).inEffectOrNot().hasForeignKey("participantNo").isNotEnforced();
     * }</pre>
     */
    public ForeignKeyAssert isNotEnforced() {
        return checkedFor(Enforcement.NOT_ENFORCED, subject.origin().unsaid());
    }

    /**
     * Checks how rows are treated in which only some of the columns are null.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("invitation")).hasForeignKey("participantNo", "roomNo").hasMatchType(MatchType.FULL);
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").hasMatchType(MatchType.FULL);
     * }</pre>
     */
    public ForeignKeyAssert hasMatchType(MatchType type) {
        WantedForeignKey wanted = subject.wanted().matching(type);
        return narrow(wanted, f -> f.match() == type, () -> ShouldBeChecked.with(view(), wanted, subject.candidates()));
    }

    /**
     * Checks that an index, primary key or unique key begins with its columns, so that deleting a referenced row need not
     * read the whole table.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").isIndexed();
     * // fails
     * assertThat(table("audit", "entry")).hasForeignKey("chatNo").isIndexed();
     * }</pre>
     */
    public ForeignKeyAssert isIndexed() {
        return verify(ShouldBeIndexed.failure(view(), actual));
    }

    /**
     * Checks that the server refuses a row that references nothing, by inserting one: probe rows are made, and taken back with
     * the transaction they are in. Values are found for them that keys, checks and types allow; {@link #withRow} gives others.
     *
     * <p>A foreign key in the catalog need not be one in fact: MySQL 9.7.4 takes {@code (5, NULL)} under
     * {@code INDEX (x, y), FOREIGN KEY (x)} though nothing has the key 5; MySQL 8.0.33 and MariaDB 11.8.9 refuse it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").isEnforced();
     * // fails
     * assertThat(table("audit", "pledge")).inEffectOrNot().hasForeignKey("letterNo").isEnforced();
     * }</pre>
     */
    public ForeignKeyAssert isEnforced() {
        return probed(
                subject.wanted(),
                (prober, key) -> prober.enforced(view().name(), key),
                (key, seen) -> seen.refused(),
                seen -> ShouldBehave.enforced(view(), subject.wanted(), subject.candidates(), seen));
    }

    /**
     * Checks, on probe rows, that a row is deleted with the row it references.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "reply")).hasForeignKey("threadNo").cascadesDeletes();
     * // fails
     * assertThat(table("audit", "reply")).hasForeignKey("copyNo").cascadesDeletes();
     * }</pre>
     */
    public ForeignKeyAssert cascadesDeletes() {
        return deleting(ReferentialAction.CASCADE);
    }

    /**
     * Checks, on probe rows, that a row references nothing any more when the row it references is deleted.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("roomNo").setsNullOnDelete();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").setsNullOnDelete();
     * }</pre>
     */
    public ForeignKeyAssert setsNullOnDelete() {
        return deleting(ReferentialAction.SET_NULL);
    }

    /**
     * Checks, on probe rows, that a row references what its default names when the row it references is deleted.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "reply")).hasForeignKey("letterNo").setsDefaultOnDelete();
     * // fails
     * assertThat(table("chat")).hasForeignKey("roomNo").setsDefaultOnDelete();
     * }</pre>
     */
    public ForeignKeyAssert setsDefaultOnDelete() {
        return deleting(ReferentialAction.SET_DEFAULT);
    }

    /**
     * Checks, on probe rows, that a row can't be deleted while another one references it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("membership")).hasForeignKey("participantNo").restrictsDeletes();
     * // fails
     * assertThat(table("audit", "reply")).hasForeignKey("threadNo").restrictsDeletes();
     * }</pre>
     */
    public ForeignKeyAssert restrictsDeletes() {
        return deleting(ReferentialAction.RESTRICT);
    }

    /**
     * Checks, on probe rows, that a row follows when the key it references is updated.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").cascadesUpdates();
     * // fails
     * assertThat(table("membership")).hasForeignKey("participantNo").cascadesUpdates();
     * }</pre>
     */
    public ForeignKeyAssert cascadesUpdates() {
        return updating(ReferentialAction.CASCADE);
    }

    /**
     * Checks, on probe rows, that a row references nothing any more when the key it references is updated.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "reply")).hasForeignKey("letterNo").setsNullOnUpdate();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").setsNullOnUpdate();
     * }</pre>
     */
    public ForeignKeyAssert setsNullOnUpdate() {
        return updating(ReferentialAction.SET_NULL);
    }

    /**
     * Checks, on probe rows, that a row references what its default names when the key it references is updated.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "reply")).hasForeignKey("copyNo").setsDefaultOnUpdate();
     * // fails
     * assertThat(table("chat")).hasForeignKey("roomNo").setsDefaultOnUpdate();
     * }</pre>
     */
    public ForeignKeyAssert setsDefaultOnUpdate() {
        return updating(ReferentialAction.SET_DEFAULT);
    }

    /**
     * Checks, on probe rows, that a key can't be updated while another row references it.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("membership")).hasForeignKey("participantNo").restrictsUpdates();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").restrictsUpdates();
     * }</pre>
     */
    public ForeignKeyAssert restrictsUpdates() {
        return updating(ReferentialAction.RESTRICT);
    }

    /**
     * Gives values that the probe rows of a table need and that can't be found without knowing what they mean; for the steps
     * that follow. Texts, numbers and booleans are taken as they are, all other values by their {@code toString()}.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").withRow("chat", Map.of("type", "note")).cascadesUpdates();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").withRow("chat", Map.of("type", "note")).setsNullOnUpdate();
     * }</pre>
     */
    public ForeignKeyAssert withRow(String table, Map<String, ?> values) {
        return withRow(QualifiedName.of(table), values);
    }

    /**
     * The same for a table of another schema.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "reply")).hasForeignKey("threadNo")
     *         .withRow(QualifiedName.of("audit", "letter"), Map.of("weight", 3)).cascadesDeletes();
     * // fails
     * assertThat(table("audit", "reply")).hasForeignKey("threadNo")
     *         .withRow(QualifiedName.of("audit", "letter"), Map.of("weight", 3)).restrictsDeletes();
     * }</pre>
     */
    public ForeignKeyAssert withRow(QualifiedName table, Map<String, ?> values) {
        QualifiedName known = view().snapshot().known(table);
        return informed(
                subject.probing(subject.probing().withRow(known, values)).open());
    }

    /**
     * Tries out what follows on copies of the tables, without their rows and triggers, instead of in the tables themselves: for
     * tables whose rows a rollback would not take back, as on the MySQL family where triggers are. The copies are gone
     * afterwards.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("chat")).hasForeignKey("participantNo").onCopy().cascadesDeletes();
     * // fails
     * assertThat(table("chat")).hasForeignKey("participantNo").onCopy().setsNullOnDelete();
     * }</pre>
     */
    public ForeignKeyAssert onCopy() {
        return informed(subject.probing(subject.probing().copying()).open());
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return subject.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    private String nameBy(NamingConvention convention, ForeignKey key) {
        return ShouldBeNamed.fitted(view(), convention.nameOf(view().name(), key));
    }

    private Database inScope() {
        Database database = view().snapshot().database();
        return view().name()
                .schema()
                .map(s -> database.withScope(database.scope().and(s)))
                .orElse(database);
    }

    private ForeignKey inItsWords(ForeignKey canonical, List<ReportedActions> reported) {
        return reported.stream()
                .filter(r -> r.areOf(view().name(), canonical))
                .findFirst()
                .map(r -> canonical.withActions(r.onDelete(), r.onUpdate()))
                .orElse(canonical);
    }

    private TableView view() {
        return subject.view();
    }

    private boolean same(ReferentialAction wanted, ReferentialAction there) {
        return subject.strict() ? wanted == there : new Equivalence(view().snapshot()).sameAction(wanted, there);
    }

    private List<String> primaryKey(QualifiedName table) {
        return view().snapshot()
                .table(table)
                .table()
                .flatMap(t -> t.primaryKey())
                .map(PrimaryKey::columns)
                .orElseThrow(() -> error(
                        ShouldReference.withoutPrimaryKey(view(), subject.wanted(), table, subject.candidates())));
    }

    private ForeignKeyAssert checkedAt(Deferrability time) {
        WantedForeignKey wanted = subject.wanted().deferrability(time);
        return narrow(
                wanted, f -> f.deferrability() == time, () -> ShouldBeChecked.at(view(), wanted, subject.candidates()));
    }

    private ForeignKeyAssert checkedFor(Enforcement rows) {
        return checkedFor(rows, "");
    }

    private ForeignKeyAssert checkedFor(Enforcement rows, String hint) {
        WantedForeignKey wanted = subject.wanted().enforcement(rows);
        return narrow(
                wanted,
                f -> f.enforcement() == rows,
                () -> ShouldBeChecked.forRows(view(), wanted, subject.candidates(), hint));
    }

    private ForeignKeyAssert deleting(ReferentialAction action) {
        WantedForeignKey wanted = subject.wanted().onDelete(action);
        return probed(
                wanted,
                (prober, key) -> prober.deleting(view().name(), key),
                (key, seen) -> ShouldBehave.is(action, key.onDelete(), seen.behaviour()),
                seen -> ShouldBehave.onDelete(view(), wanted, action, subject.candidates(), seen));
    }

    private ForeignKeyAssert updating(ReferentialAction action) {
        WantedForeignKey wanted = subject.wanted().onUpdate(action);
        return probed(
                wanted,
                (prober, key) -> prober.updating(view().name(), key),
                (key, seen) -> ShouldBehave.is(action, key.onUpdate(), seen.behaviour()),
                seen -> ShouldBehave.onUpdate(view(), wanted, action, subject.candidates(), seen));
    }

    /** Goes on with the foreign keys that do what is wanted; fails with what the first one does. */
    private <T> ForeignKeyAssert probed(
            WantedForeignKey wanted,
            BiFunction<Prober, ForeignKey, T> probe,
            BiPredicate<ForeignKey, T> fits,
            Function<T, Failure> failure) {
        Prober prober = subject.probing().prober(view().snapshot());
        try {
            Map<ForeignKey, T> seen = new LinkedHashMap<>();
            subject.candidates().forEach(k -> seen.put(k, probe.apply(prober, k)));
            return narrow(
                    wanted,
                    k -> fits.test(k, Objects.requireNonNull(seen.get(k))),
                    () -> failure.apply(Objects.requireNonNull(seen.get(actual))));
        } catch (ProbeException unseen) {
            throw error(ShouldBehave.unseen(view(), wanted, subject.candidates(), unseen));
        }
    }

    private ForeignKeyAssert narrow(WantedForeignKey wanted, Predicate<ForeignKey> fits, Supplier<Failure> failure) {
        List<ForeignKey> left = subject.candidates().stream().filter(fits).toList();
        if (left.isEmpty()) {
            throw error(failure.get());
        }
        verify(subject.origin().idle(wanted, left));
        return informed(subject.narrowed(wanted, left).open());
    }
}
