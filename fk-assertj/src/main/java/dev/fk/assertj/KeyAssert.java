package dev.fk.assertj;

import static dev.fk.core.schema.Deferrability.INITIALLY_DEFERRED;
import static dev.fk.core.schema.Deferrability.INITIALLY_IMMEDIATE;
import static dev.fk.core.schema.Deferrability.NOT_DEFERRABLE;

import dev.fk.assertj.error.ShouldBeKey;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.core.schema.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about a primary or unique key that is there.
 */
@API(status = Status.EXPERIMENTAL)
public class KeyAssert extends AbstractSchemaAssert<KeyAssert, Constraint> {
    private final Part<Constraint> part;

    KeyAssert(Part<Constraint> part) {
        super(part.value(), KeyAssert.class, part.view().snapshot().database());
        this.part = part;
    }

    /**
     * Checks the constraint's name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasUniqueKey("title").named("room_title_key");
     * // fails
     * assertThat(table("room")).hasUniqueKey("title").named("uq_room_title");
     * }</pre>
     */
    public KeyAssert named(String name) {
        return verify(
                actual.name().equals(Optional.of(part.view().constraintAsSpelt(name)))
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.constraint(part.view(), actual, name)));
    }

    /**
     * Checks that the whole name matches a regular expression.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasUniqueKey("title").hasNameMatching("room_.+_key");
     * // fails
     * assertThat(table("room")).hasUniqueKey("title").hasNameMatching("uq_.+");
     * }</pre>
     */
    public KeyAssert hasNameMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return verify(
                actual.name().filter(n -> pattern.matcher(n).matches()).isPresent()
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.pattern(part.view(), List.of(actual), regex)));
    }

    /**
     * Checks that it is called as a convention says.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasUniqueKey("title").hasNameMatching(NamingConvention.of("{table}_{columns}_key"));
     * // fails
     * assertThat(table("room")).hasUniqueKey("title").hasNameMatching(NamingConvention.explicitNames());
     * }</pre>
     */
    public KeyAssert hasNameMatching(NamingConvention convention) {
        String name = nameBy(convention);
        return verify(
                actual.name().equals(Optional.of(name))
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.convention(part.view(), actual, name)));
    }

    /**
     * Checks that the name is not one that the server made up, such as {@code room_title_key} on PostgreSQL or, on the MySQL
     * family, that of the first column.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "letter")).hasUniqueKey("code").hasStableName();
     * // fails
     * assertThat(table("audit", "letter")).hasUniqueKey("topic").hasStableName();
     * }</pre>
     */
    public KeyAssert hasStableName() {
        return verify(
                ShouldBeNamed.isStable(part.view(), actual)
                        ? Optional.empty()
                        : Optional.of(
                                ShouldBeNamed.stable(part.view(), actual, nameBy(NamingConvention.explicitNames()))));
    }

    /**
     * Checks that a transaction may put the check off to its end.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "letter")).hasUniqueKey("code").isDeferrable();
     * // fails
     * assertThat(table("room")).hasUniqueKey("title").isDeferrable();
     * }</pre>
     */
    public KeyAssert isDeferrable() {
        return verify(ShouldBeKey.deferrable(part.view(), actual, Set.of(INITIALLY_IMMEDIATE, INITIALLY_DEFERRED)));
    }

    /**
     * Checks that the check waits for the end of the transaction without being told to.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "letter")).hasUniqueKey("code").isInitiallyDeferred();
     * // fails
     * assertThat(table("room")).hasUniqueKey("title").isInitiallyDeferred();
     * }</pre>
     */
    public KeyAssert isInitiallyDeferred() {
        return verify(ShouldBeKey.deferrable(part.view(), actual, Set.of(INITIALLY_DEFERRED)));
    }

    /**
     * Checks that the check can't be put off.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasUniqueKey("title").isNotDeferrable();
     * // fails
     * assertThat(table("audit", "letter")).hasUniqueKey("code").isNotDeferrable();
     * }</pre>
     */
    public KeyAssert isNotDeferrable() {
        return verify(ShouldBeKey.deferrable(part.view(), actual, Set.of(NOT_DEFERRABLE)));
    }

    /**
     * Checks that nulls count as equal, so that a unique column can be null in one row only ({@code NULLS NOT DISTINCT}).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).hasUniqueKey("letterNo").hasNullsNotDistinct();
     * // fails
     * assertThat(table("audit", "letter")).hasUniqueKey("topic").hasNullsNotDistinct();
     * }</pre>
     */
    public KeyAssert hasNullsNotDistinct() {
        return verify(ShouldBeKey.nulls(part.view(), actual, false));
    }

    /**
     * Checks that nulls don't count as equal, so that a unique column can be null in any number of rows; SQL's default.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "letter")).hasUniqueKey("topic").hasNullsDistinct();
     * // fails
     * assertThat(table("audit", "pledge")).hasUniqueKey("letterNo").hasNullsDistinct();
     * }</pre>
     */
    public KeyAssert hasNullsDistinct() {
        return verify(ShouldBeKey.nulls(part.view(), actual, true));
    }

    private String nameBy(NamingConvention convention) {
        return ShouldBeNamed.fitted(part.view(), convention.nameOf(part.view().name(), actual));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return part.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }
}
