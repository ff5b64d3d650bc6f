package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Waits for a server that is starting. */
@API(status = Status.INTERNAL)
public final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

    private static final int LOOKS_BETWEEN_CHECKS = 25;

    private Readiness() {}

    /**
     * Until it lets us in: what else could be waited for (a port, a line in the log) comes before, or twice.
     *
     * @param running whether there is still something to wait for
     * @return what we got in by
     */
    public static Connection await(DataSource server, BooleanSupplier running) throws SQLException {
        long start = System.nanoTime();
        for (int looks = 1; ; looks++) {
            try {
                return server.getConnection();
            } catch (SQLException e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                String why = looks % LOOKS_BETWEEN_CHECKS == 0 && !running.getAsBoolean()
                        ? "it has ended."
                        : waited.compareTo(patience(e)) > 0 ? String.valueOf(e.getMessage()) : "";
                if (!why.isEmpty()) {
                    throw new SQLException(why, e);
                }
            }
            LockSupport.parkNanos(pause(System.nanoTime() - start));
        }
    }

    /** A tenth of the wait so far: nobody waits much longer than the server takes, be that a twentieth of a second. */
    private static long pause(long waited) {
        return Math.min(waited / 10, LONGEST_PAUSE.toNanos());
    }

    /** A server that answers but refuses us is up, and will not think better of it. */
    private static Duration patience(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("28") ? Duration.ofSeconds(10) : PATIENCE;
    }
}
