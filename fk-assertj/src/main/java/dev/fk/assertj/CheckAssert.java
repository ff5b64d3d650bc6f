package dev.fk.assertj;

import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.assertj.error.ShouldHaveCheck;
import dev.fk.core.schema.Check;
import java.util.Optional;
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
        return verify(ShouldHaveCheck.expression(part.view(), actual, sql));
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
        return verify(
                actual.name().equals(Optional.of(part.view().constraintAsSpelt(name)))
                        ? Optional.empty()
                        : Optional.of(ShouldBeNamed.constraint(part.view(), actual, name)));
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
        return verify(ShouldHaveCheck.validated(part.view(), actual));
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
