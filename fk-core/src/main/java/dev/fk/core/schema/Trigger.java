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
 * @param state enabled on the MySQL family
 */
@API(status = Status.EXPERIMENTAL)
public record Trigger(
        QualifiedName table, String name, Timing timing, Set<Event> events, boolean forEachRow, State state) {
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

    /** Whether it fires when an application changes rows. */
    @API(status = Status.EXPERIMENTAL)
    public enum State {
        ENABLED,
        /** Only where {@code session_replication_role} is {@code replica} (PostgreSQL, {@code ENABLE REPLICA TRIGGER}). */
        ON_REPLICAS_ONLY,
        /** PostgreSQL, {@code DISABLE TRIGGER}. */
        DISABLED
    }

    public Trigger {
        events = events.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(events));
    }

    public boolean isEnabled() {
        return state == State.ENABLED;
    }
}
