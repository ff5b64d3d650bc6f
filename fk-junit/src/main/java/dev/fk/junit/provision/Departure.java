package dev.fk.junit.provision;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Waits until sessions that were closed are gone: a server ends them a millisecond or two after the client has left, and
 * tells nobody.
 */
@API(status = Status.INTERNAL)
public final class Departure {
    /** Both, because a machine with much to do takes its time for a look, and for the end of a session. */
    private static final int LOOKS = 50;

    private static final Duration PATIENCE = Duration.ofMillis(150);

    private Departure() {}

    /** A look at who is there. */
    public interface Look<T> {
        T now() throws SQLException;
    }

    /** The first look that finds nobody, or the last one: somebody stays. */
    public static <T> T await(Look<T> look, Predicate<T> nobody) throws SQLException {
        return await(look, nobody, PATIENCE, Duration.ofMillis(1));
    }

    /** The same for those who leave when they want to. */
    static <T> T await(Look<T> look, Predicate<T> nobody, Duration patience, Duration pause) throws SQLException {
        long end = System.nanoTime() + patience.toNanos();
        T seen = look.now();
        for (int i = 1; !nobody.test(seen) && (i < LOOKS || System.nanoTime() < end); i++) {
            LockSupport.parkNanos(pause.toNanos());
            seen = look.now();
        }
        return seen;
    }
}
