package dev.fk.assertj;

import dev.fk.assertj.error.Failure;
import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.assertj.error.ShouldHaveCheck;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Enforcement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Assertions about a check constraint that is there.
 */
@API(status = Status.EXPERIMENTAL)
public class CheckAssert extends AbstractSchemaAssert<CheckAssert, Check> {
    private final Choice<Check, CheckAssert> choice;

    CheckAssert(Choice<Check, CheckAssert> choice) {
        super(choice.value(), CheckAssert.class, choice.view().snapshot().database());
        this.choice = choice;
    }

    /**
     * Checks the condition; the server is asked to write it in its own words before it is compared.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheck("room_title_check").hasExpression("title <> ''");
     * // fails
     * assertThat(table("room")).hasCheck("room_title_check").hasExpression("title <> '?'");
     * }</pre>
     */
    public CheckAssert hasExpression(String sql) {
        return narrow(check -> ShouldHaveCheck.expression(choice.view(), check, sql));
    }

    /**
     * Checks the constraint's name.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheckOn("title").named("room_title_check");
     * // fails
     * assertThat(table("room")).hasCheckOn("title").named("ck_room_title");
     * }</pre>
     */
    public CheckAssert named(String name) {
        return narrow(check -> check.name().equals(Optional.of(choice.view().constraintAsSpelt(name)))
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.constraint(choice.view(), check, name)));
    }

    /**
     * Checks that the condition holds for all rows, those from before the constraint as well.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheck("room_title_check").isValidated();
     * // fails
     * assertThat(table("invitation")).hasCheck("invitation_code_check").isValidated();
     * }</pre>
     */
    public CheckAssert isValidated() {
        return narrow(check -> ShouldHaveCheck.validated(choice.view(), check));
    }

    /**
     * Checks that the rows from before the constraint have not been checked ({@code NOT VALID}).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "letter")).hasCheckOn("weight").isNotValid();
     * // fails
     * assertThat(table("room")).hasCheck("room_title_check").isNotValid();
     * }</pre>
     */
    public CheckAssert isNotValid() {
        return narrow(check -> ShouldHaveCheck.enforcement(choice.view(), check, Enforcement.NOT_VALID, ""));
    }

    /**
     * Checks that the constraint is there for information only ({@code NOT ENFORCED}); {@link TableAssert#inEffectOrNot()}
     * comes before.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).inEffectOrNot().hasCheck("pledge_promise").isNotEnforced();
     * // fails
     * assertThat(table("room")).inEffectOrNot().hasCheck("room_title_check").isNotEnforced();
     * }</pre>
     */
    public CheckAssert isNotEnforced() {
        return narrow(check -> ShouldHaveCheck.enforcement(
                choice.view(), check, Enforcement.NOT_ENFORCED, choice.origin().unsaid()));
    }

    /**
     * Checks that the whole name matches a regular expression.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("room")).hasCheckOn("title").hasNameMatching("room_.+_check");
     * // fails
     * assertThat(table("room")).hasCheckOn("title").hasNameMatching("ck_.+");
     * }</pre>
     */
    public CheckAssert hasNameMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return narrow(
                check -> check.name().filter(n -> pattern.matcher(n).matches()).isPresent()
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.pattern(choice.view(), List.of(check), regex)));
    }

    /**
     * Checks that the name is not one that the server made up, such as {@code room_title_check} on PostgreSQL, {@code
     * room_chk_1} on MySQL, {@code CONSTRAINT_1} or a column's name on MariaDB.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).inEffectOrNot().hasCheck("pledge_promise").hasStableName();
     * // fails
     * assertThat(table("audit", "letter")).hasCheckOn("weight").hasStableName();
     * }</pre>
     */
    public CheckAssert hasStableName() {
        return narrow(check -> ShouldBeNamed.isStable(choice.view(), check)
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.stable(choice.view(), check, nameOf(check))));
    }

    private String nameOf(Check check) {
        return ShouldBeNamed.fitted(
                choice.view(),
                NamingConvention.explicitNames().nameOf(choice.view().name(), check));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return choice.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    private CheckAssert narrow(Function<Check, Optional<Failure>> step) {
        return choice.narrow(this, step);
    }
}
