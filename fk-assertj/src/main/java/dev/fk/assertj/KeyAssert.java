package dev.fk.assertj;

import static dev.fk.core.schema.Deferrability.INITIALLY_DEFERRED;
import static dev.fk.core.schema.Deferrability.INITIALLY_IMMEDIATE;
import static dev.fk.core.schema.Deferrability.NOT_DEFERRABLE;

import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.ShouldBeKey;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.core.schema.Constraint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about a primary or unique key that is there.
 */
@API(status = Status.EXPERIMENTAL)
public class KeyAssert extends AbstractSchemaAssert<KeyAssert, Constraint> {
    private final Choice<Constraint, KeyAssert> choice;

    KeyAssert(Choice<Constraint, KeyAssert> choice) {
        super(choice.value(), KeyAssert.class, choice.view().snapshot().database());
        this.choice = choice;
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
        return narrow(key -> key.name().equals(Optional.of(choice.view().constraintAsSpelt(name)))
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.constraint(choice.view(), key, name)));
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
        return narrow(
                key -> key.name().filter(n -> pattern.matcher(n).matches()).isPresent()
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.pattern(choice.view(), List.of(key), regex)));
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
        return narrow(key -> key.name().equals(Optional.of(nameBy(convention, key)))
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.convention(choice.view(), key, nameBy(convention, key))));
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
        return narrow(key -> ShouldBeNamed.isStable(choice.view(), key)
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.stable(choice.view(), key, nameBy(NamingConvention.explicitNames(), key))));
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
        return narrow(
                key -> ShouldBeKey.deferrable(choice.view(), key, Set.of(INITIALLY_IMMEDIATE, INITIALLY_DEFERRED)));
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
        return narrow(key -> ShouldBeKey.deferrable(choice.view(), key, Set.of(INITIALLY_DEFERRED)));
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
        return narrow(key -> ShouldBeKey.deferrable(choice.view(), key, Set.of(NOT_DEFERRABLE)));
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
        return narrow(key -> ShouldBeKey.nulls(choice.view(), key, false));
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
        return narrow(key -> ShouldBeKey.nulls(choice.view(), key, true));
    }

    private String nameBy(NamingConvention convention, Constraint key) {
        return ShouldBeNamed.fitted(
                choice.view(), convention.nameOf(choice.view().name(), key));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return choice.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    private KeyAssert narrow(Function<Constraint, Optional<Failure>> step) {
        return choice.narrow(this, step);
    }
}
