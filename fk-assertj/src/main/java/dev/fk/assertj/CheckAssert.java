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
    private final Part<Check> part;

    CheckAssert(Part<Check> part) {
        super(part.value(), CheckAssert.class, part.view().snapshot().database());
        this.part = part;
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
        return narrow(check -> ShouldHaveCheck.expression(part.view(), check, sql));
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
        return narrow(check -> check.name().equals(Optional.of(part.view().constraintAsSpelt(name)))
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.constraint(part.view(), check, name)));
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
        return narrow(check -> ShouldHaveCheck.validated(part.view(), check));
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
        return narrow(check -> ShouldHaveCheck.enforcement(part.view(), check, Enforcement.NOT_VALID));
    }

    /**
     * Checks that the constraint is there for information only ({@code NOT ENFORCED}).
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).hasCheck("pledge_promise").isNotEnforced();
     * // fails
     * assertThat(table("room")).hasCheck("room_title_check").isNotEnforced();
     * }</pre>
     */
    public CheckAssert isNotEnforced() {
        return narrow(check -> ShouldHaveCheck.enforcement(part.view(), check, Enforcement.NOT_ENFORCED));
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
                        : Optional.of(ShouldBeNamed.pattern(part.view(), List.of(check), regex)));
    }

    /**
     * Checks that the name is not one that the server made up, such as {@code room_title_check} on PostgreSQL, {@code
     * room_chk_1} on MySQL, {@code CONSTRAINT_1} or a column's name on MariaDB.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("audit", "pledge")).hasCheck("pledge_promise").hasStableName();
     * // fails
     * assertThat(table("audit", "letter")).hasCheckOn("weight").hasStableName();
     * }</pre>
     */
    public CheckAssert hasStableName() {
        return narrow(check -> ShouldBeNamed.isStable(part.view(), check)
                ? Optional.empty()
                : Optional.of(ShouldBeNamed.stable(part.view(), check, nameOf(check))));
    }

    private String nameOf(Check check) {
        return ShouldBeNamed.fitted(
                part.view(), NamingConvention.explicitNames().nameOf(part.view().name(), check));
    }

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return part.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }

    /** Of several, those are meant that fit. */
    private CheckAssert narrow(Function<Check, Optional<Failure>> step) {
        if (part.candidates().size() == 1) {
            return verify(step.apply(actual));
        }
        Part<Check> left = part.fitting(step);
        step.apply(left.value()).ifPresent(failure -> {
            throw error(failure.amongSeveral(part.candidates()));
        });
        return informed(left.reporting().open(CheckAssert.class, Part.type(), left, CheckAssert::new));
    }
}
