package dev.fk.assertj;

import dev.fk.assertj.error.ShouldBeNamed;
import dev.fk.core.schema.Constraint;
import java.util.List;
import java.util.Optional;
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

    /** Goes back to the table. */
    public TableAssert returnToTable() {
        return part.origin();
    }

    /** Goes back to the table; short for {@link #returnToTable()}. */
    public TableAssert and() {
        return returnToTable();
    }
}
