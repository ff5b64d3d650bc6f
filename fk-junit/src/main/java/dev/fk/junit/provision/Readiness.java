package dev.fk.junit.provision;

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
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int LOOKS_BETWEEN_CHECKS = 25;

    private Readiness() {}

    /**
     * Until it lets us in: what else could be waited for (a port, a line in the log) comes before, or twice.
     *
     * @param running whether there is still something to wait for
     */
    public static void await(DataSource server, BooleanSupplier running) throws SQLException {
        long start = System.nanoTime();
        for (int looks = 1; ; looks++) {
            try {
                server.getConnection().close();
                return;
            } catch (SQLException e) {
                Duration waited = Duration.ofNanos(System.nanoTime() - start);
                String why = looks % LOOKS_BETWEEN_CHECKS == 0 && !running.getAsBoolean()
                        ? "it has ended."
                        : waited.compareTo(patience(e)) > 0 ? String.valueOf(e.getMessage()) : "";
                if (!why.isEmpty()) {
                    throw new SQLException(why, e);
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** A server that answers but refuses us is up, and will not think better of it. */
    private static Duration patience(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("28") ? Duration.ofSeconds(10) : PATIENCE;
    }
}
