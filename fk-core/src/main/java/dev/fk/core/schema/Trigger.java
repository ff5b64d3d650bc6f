package dev.fk.core.schema;

import java.util.EnumSet;
import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A trigger, in shape: what it does is not looked at.
 *
 * @param events what it fires on; one on the MySQL family
 * @param forEachRow or once for each statement (PostgreSQL)
 * @param enabled unless {@code ALTER TABLE … DISABLE TRIGGER} has switched it off, or it fires on a replica only (PostgreSQL)
 */
@API(status = Status.EXPERIMENTAL)
public record Trigger(
        QualifiedName table, String name, Timing timing, Set<Event> events, boolean forEachRow, boolean enabled) {
    /** When it fires. */
    @API(status = Status.EXPERIMENTAL)
    public enum Timing {
        BEFORE,
        AFTER,
        /** On views (PostgreSQL). */
        INSTEAD_OF
    }

    /** What it fires on. */
    @API(status = Status.EXPERIMENTAL)
    public enum Event {
        INSERT,
        UPDATE,
        DELETE,
        /** PostgreSQL. */
        TRUNCATE
    }

    public Trigger {
        events = events.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(events));
    }
}
