package dev.fk.assertj;

import dev.fk.assertj.error.ShouldHaveObject;
import dev.fk.core.schema.View;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about a view that is there. */
@API(status = Status.EXPERIMENTAL)
public class ViewAssert extends AbstractSchemaAssert<ViewAssert, View> {
    private final SchemaPart<View> part;

    ViewAssert(SchemaPart<View> part) {
        super(part.value(), ViewAssert.class, part.snapshot().database());
        this.part = part;
    }

    /**
     * Checks that the view has these columns, and perhaps more.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasView("loud_chat").hasColumns("no");
     * // fails
     * assertThat(schema()).hasView("loud_chat").hasColumns("no", "typ"); // did you mean type?
     * }</pre>
     */
    public ViewAssert hasColumns(String... names) {
        return verify(ShouldHaveObject.columns(part.snapshot(), actual, List.of(names)));
    }

    /**
     * Checks that the view has exactly these columns, in any order; lists all that is missing and all that is too much.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasView("loud_chat").hasOnlyColumns("no", "type");
     * // fails
     * assertThat(schema()).hasView("loud_chat").hasOnlyColumns("no", "contents");
     * }</pre>
     */
    public ViewAssert hasOnlyColumns(String... names) {
        return verify(ShouldHaveObject.onlyColumns(part.snapshot(), actual, List.of(names)));
    }

    /**
     * Checks that the rows of the view are stored (PostgreSQL).
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasView("room_titles").isMaterialized();
     * // fails
     * assertThat(schema()).hasView("loud_chat").isMaterialized();
     * }</pre>
     */
    public ViewAssert isMaterialized() {
        return verify(ShouldHaveObject.materialized(part.snapshot(), actual));
    }

    /** Goes back to the assertions about the whole schema. */
    public SchemaAssert returnToSchema() {
        return part.origin();
    }

    /** Goes back to the schema; short for {@link #returnToSchema()}. */
    public SchemaAssert and() {
        return returnToSchema();
    }
}
