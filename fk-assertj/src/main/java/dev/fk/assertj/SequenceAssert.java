package dev.fk.assertj;

import dev.fk.assertj.error.ShouldHaveObject;
import dev.fk.core.schema.Sequence;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about a sequence of its own that is there. */
@API(status = Status.EXPERIMENTAL)
public class SequenceAssert extends AbstractSchemaAssert<SequenceAssert, Sequence> {
    private final SchemaPart<Sequence> part;

    SequenceAssert(SchemaPart<Sequence> part) {
        super(part.value(), SequenceAssert.class, part.snapshot().database());
        this.part = part;
    }

    /**
     * Checks its first value, whatever its next one is.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasSequence("ticket_no").startsAt(100);
     * // fails
     * assertThat(schema()).hasSequence("ticket_no").startsAt(1);
     * }</pre>
     */
    public SequenceAssert startsAt(long value) {
        return verify(ShouldHaveObject.sequence(actual, "START", value, actual.start()));
    }

    /**
     * Checks what is added for the next value.
     *
     * <pre>{@code
     * // passes
     * assertThat(schema()).hasSequence("ticket_no").incrementsBy(5);
     * // fails
     * assertThat(schema()).hasSequence("ticket_no").incrementsBy(1);
     * }</pre>
     */
    public SequenceAssert incrementsBy(long value) {
        return verify(ShouldHaveObject.sequence(actual, "INCREMENT BY", value, actual.increment()));
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
