package dev.fk.assertj;

import dev.fk.assertj.error.ShouldHaveObject;
import dev.fk.core.schema.Trigger;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Assertions about a trigger that is there. */
@API(status = Status.EXPERIMENTAL)
public class TriggerAssert extends AbstractSchemaAssert<TriggerAssert, Trigger> {
    private final Part<Trigger> part;

    TriggerAssert(Part<Trigger> part) {
        super(part.value(), TriggerAssert.class, part.view().snapshot().database());
        this.part = part;
    }

    /**
     * Checks that it fires before exactly these events.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasTrigger("note_touch").firesBefore(Trigger.Event.INSERT);
     * // fails
     * assertThat(table("note")).hasTrigger("note_touch").firesBefore(Trigger.Event.UPDATE);
     * }</pre>
     */
    public TriggerAssert firesBefore(Trigger.Event... events) {
        return verify(ShouldHaveObject.trigger(actual, Trigger.Timing.BEFORE, Set.of(events)));
    }

    /**
     * Checks that it fires after exactly these events.
     *
     * <pre>{@code
     * // passes
     * assertThat(table("note")).hasTrigger("note_log").firesAfter(Trigger.Event.DELETE);
     * // fails
     * assertThat(table("note")).hasTrigger("note_touch").firesAfter(Trigger.Event.INSERT);
     * }</pre>
     */
    public TriggerAssert firesAfter(Trigger.Event... events) {
        return verify(ShouldHaveObject.trigger(actual, Trigger.Timing.AFTER, Set.of(events)));
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
