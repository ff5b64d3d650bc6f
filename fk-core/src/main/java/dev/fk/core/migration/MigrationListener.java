package dev.fk.core.migration;

import java.time.Duration;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Hears how far a run of migrations is; for progress, never for a decision. */
@API(status = Status.EXPERIMENTAL)
public interface MigrationListener {
    /**
     * A migration is about to run, or to be undone.
     *
     * @param number from 1
     * @param of how many there are in this run
     */
    void begins(String id, int number, int of);

    /** It came to its end, and is in the history or out of it. */
    void ends(String id, Duration duration);

    /** It failed; the exception that follows says how far it got. */
    void fails(String id);

    /** One that hears nothing. */
    static MigrationListener none() {
        return NoListener.INSTANCE;
    }
}
