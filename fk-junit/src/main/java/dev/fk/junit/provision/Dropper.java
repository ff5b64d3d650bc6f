package dev.fk.junit.provision;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Drops databases while the next test runs already. No test waits for it, unless databases come faster than they go: then
 * whoever brings one more drops it.
 */
final class Dropper implements AutoCloseable {
    private static final int WAITING_AT_MOST = 16;

    private final DatabaseFactory databases;
    private final ThreadPoolExecutor background;

    Dropper(DatabaseFactory databases) {
        this.databases = databases;
        this.background = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_AT_MOST),
                task -> {
                    Thread thread = new Thread(task, "fk-drop");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
        background.allowCoreThreadTimeOut(true);
    }

    void drop(String database) {
        background.execute(() -> dropNow(database));
    }

    private void dropNow(String database) {
        try {
            databases.drop(database);
        } catch (SQLException e) {
            System.getLogger(Dropper.class.getName())
                    .log(
                            Level.WARNING,
                            "The test database " + database + " is left behind, because it cannot be dropped: "
                                    + e.getMessage()
                                    + "\nSomething still uses it that the server cannot end, such as a prepared"
                                    + " transaction. End it in the test, or have such databases kept: Keep.ALWAYS.");
        }
    }

    /** Waits for what is still to be dropped. */
    @Override
    public void close() {
        background.shutdown();
        try {
            if (!background.awaitTermination(1, TimeUnit.MINUTES)) {
                System.getLogger(Dropper.class.getName())
                        .log(Level.WARNING, background.getQueue().size() + " test databases are not dropped yet.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
