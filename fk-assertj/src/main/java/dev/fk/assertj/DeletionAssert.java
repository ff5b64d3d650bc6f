package dev.fk.assertj;

import dev.fk.assertj.error.ShouldReach;
import dev.fk.core.probe.BlastRadius;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.QualifiedName;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about what deleting a row of a table may reach, in all schemas of the database, by the actions that the server
 * really carries out. Which rows are reached depends on the rows; a table without any is reached all the same.
 */
@API(status = Status.EXPERIMENTAL)
public class DeletionAssert extends AbstractSchemaAssert<DeletionAssert, BlastRadius> {
    private final DeletionSubject subject;

    DeletionAssert(DeletionSubject subject) {
        super(subject.radius(), DeletionAssert.class, subject.whole().database());
        this.subject = subject;
    }

    /**
     * Checks that rows of exactly these tables may be deleted too. A failure draws the path to each that is too much.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("participant").cascadesOnlyTo("chat", "draft");
     * // fails
     * assertThat(schema()).deleting("participant").cascadesOnlyTo("chat");
     * }</pre>
     */
    public DeletionAssert cascadesOnlyTo(String... tables) {
        return cascadesOnlyTo(qualified(tables));
    }

    /**
     * Checks that rows of exactly these tables of any schema may be deleted too.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting(QualifiedName.of("audit", "letter")).cascadesOnlyTo(QualifiedName.of("audit", "reply"));
     * // fails
     * assertThat(schema()).deleting("room").cascadesOnlyTo(QualifiedName.of("audit", "reply"));
     * }</pre>
     */
    public DeletionAssert cascadesOnlyTo(QualifiedName... tables) {
        return verify(ShouldReach.cascading(subject.whole(), actual, List.of(tables)));
    }

    /**
     * Checks that no other row may be deleted along with it.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("room").cascadesNowhere();
     * // fails
     * assertThat(schema()).deleting("participant").cascadesNowhere();
     * }</pre>
     */
    public DeletionAssert cascadesNowhere() {
        return verify(ShouldReach.cascading(subject.whole(), actual, List.of()));
    }

    /**
     * Checks that references may be set to NULL in exactly these tables.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("room").setsNullIn("chat");
     * // fails
     * assertThat(schema()).deleting("participant").setsNullIn("chat");
     * }</pre>
     */
    public DeletionAssert setsNullIn(String... tables) {
        return verify(ShouldReach.settingNull(subject.whole(), actual, List.of(qualified(tables))));
    }

    /**
     * Checks that rows of exactly these tables may forbid the deletion.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("room").isBlockedBy("draft", "invitation", "membership");
     * // fails
     * assertThat(schema()).deleting("room").isBlockedBy("membership");
     * }</pre>
     */
    public DeletionAssert isBlockedBy(String... tables) {
        return verify(ShouldReach.blocked(subject.whole(), actual, List.of(qualified(tables))));
    }

    /**
     * Checks that no row of another table may forbid the deletion.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting("invitation").isNotBlocked();
     * // fails
     * assertThat(schema()).deleting("room").isNotBlocked();
     * }</pre>
     */
    public DeletionAssert isNotBlocked() {
        return verify(ShouldReach.blocked(subject.whole(), actual, List.of()));
    }

    /**
     * Checks, on probe rows, that each foreign key on the way does what the catalog says; see {@link
     * ForeignKeyAssert#cascadesDeletes()}. It takes some round trips for each.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).deleting(QualifiedName.of("audit", "letter")).isProven();
     * // fails
     * assertThat(schema()).deleting("participant").isProven(); // where a foreign key has lost its index, on MariaDB
     * }</pre>
     */
    public DeletionAssert isProven() {
        Prober prober = Prober.of(subject.whole().database(), subject.whole().catalog());
        return verify(ShouldReach.proven(actual, prober));
    }

    /** Goes back to the assertions about the whole schema. */
    public SchemaAssert returnToSchema() {
        return subject.origin();
    }

    private QualifiedName[] qualified(String... names) {
        return Stream.of(names).map(QualifiedName::of).toArray(QualifiedName[]::new);
    }
}
