package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a few idle connections to one database, because a first connection costs as much as ten catalog reads. A
 * connection that is given back starts anew: its transaction is rolled back and its session reset; one that cannot be
 * reset is closed. Never waits: there is no upper limit but the server's. Thread-safe.
 */
@API(status = Status.INTERNAL)
public final class ConnectionPool implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 5;

    /** SQLSTATE of a connection; pools throw away one that says so. */
    private static final String DOES_NOT_EXIST = "08003";

    private static final Duration JUST_NOW = Duration.ofMillis(100);

    private record Idle(Connection connection, long since) {
        /**
         * Asks the server, which may have ended the session while nobody looked: by {@code wait_timeout}, a restart, or
         * because a test ends the sessions of all others. Only a round trip shows that.
         */
        boolean isAlive() throws SQLException {
            return connection.isValid(SECONDS_TO_ANSWER);
        }

        /** The same for who can do without, and so does not ask what has answered just now. */
        boolean isProbablyAlive() throws SQLException {
            return System.nanoTime() - since < JUST_NOW.toNanos() ? !connection.isClosed() : isAlive();
        }
    }

    /** Which of those that wait may be used. */
    private interface Condition {
        boolean holds(Idle candidate) throws SQLException;
    }

    private final DataSource source;
    private final Renewal renewal;
    private final int mostIdle;
    private final boolean renewedFirst;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final Set<Connection> open = new HashSet<>();
    private boolean closed;

    public ConnectionPool(DataSource source, Renewal renewal, int mostIdle) {
        this(source, renewal, mostIdle, false);
    }

    private ConnectionPool(DataSource source, Renewal renewal, int mostIdle, boolean renewedFirst) {
        this.renewedFirst = renewedFirst;
        this.source = source;
        this.renewal = renewal;
        this.mostIdle = mostIdle;
    }

    /** One whose new connections are renewed as well, because the renewal makes them something else than they were. */
    static ConnectionPool renewedFirst(DataSource source, Renewal renewal, int mostIdle) {
        return new ConnectionPool(source, renewal, mostIdle, true);
    }

    /** What hands out its connections. */
    public DataSource dataSource() {
        return DataSources.of(this::connection, "pooled " + source);
    }

    public Connection connection() throws SQLException {
        Connection idle = idle(Idle::isAlive);
        if (idle != null) {
            return Lent.of(idle, this);
        }
        if (isClosed()) {
            throw over();
        }
        Connection fresh = source.getConnection();
        if (!remember(fresh)) {
            fresh.close();
            throw over();
        }
        if (renewedFirst && !renewal.renew(fresh)) {
            forget(fresh);
            fresh.close();
            throw new SQLException("A connection of the " + source + " cannot be made one that only reads.");
        }
        return Lent.of(fresh, this);
    }

    /** Something that leaves a session as it finds it. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In a renewed session, which is not renewed again: the work leaves nothing in it. Where it fails, it is closed. */
    public <T> T lookIn(Work<T> work) throws SQLException {
        Connection connection = idleOrNew();
        boolean done = false;
        try {
            T result = work.on(connection);
            done = true;
            return result;
        } finally {
            if (!done || !offer(connection)) {
                forget(connection);
                connection.close();
            }
        }
    }

    private Connection idleOrNew() throws SQLException {
        Connection idle = idle(Idle::isProbablyAlive);
        if (idle != null) {
            return idle;
        }
        Connection fresh = source.getConnection();
        if (!remember(fresh)) {
            fresh.close();
            throw over();
        }
        if (!resets(fresh)) {
            forget(fresh);
            fresh.close();
            throw new SQLException("A connection of the " + source + " cannot be renewed.");
        }
        return fresh;
    }

    private SQLException over() {
        return over("");
    }

    private SQLException over(String what) {
        return new SQLException(
                "The " + source + " is closed: the test that used this database is over." + what, DOES_NOT_EXIST);
    }

    /** Of whoever still has a connection when this is closed, as a pool that was filled during a test; drivers say less. */
    void requireOpen() throws SQLException {
        if (isClosed()) {
            throw over(
                    " This connection is from that test. A pool keeps such connections for the next one: close it with"
                            + " the test, or use the data source without it, which hands out connections again by itself.");
        }
    }

    /** Whether its connections are to be no others. */
    boolean onlyReads() {
        return renewedFirst;
    }

    /** How many connections it has. */
    synchronized int size() {
        return open.size();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Takes a connection back. */
    void giveBack(Connection connection, boolean reusable) throws SQLException {
        if (!reusable || !resets(connection) || !offer(connection)) {
            forget(connection);
            connection.close();
        }
    }

    private boolean resets(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            connection.clearWarnings();
            return renewal.renew(connection);
        } catch (SQLException broken) {
            return false; // closed by the test, or by the server: of no further use, and no reason to fail a test
        }
    }

    private @Nullable Connection idle(Condition usable) throws SQLException {
        for (Idle candidate = nextIdle(); candidate != null; candidate = nextIdle()) {
            if (usable.holds(candidate)) {
                return candidate.connection();
            }
            forget(candidate.connection());
            hangUp(candidate.connection());
        }
        return null;
    }

    private synchronized @Nullable Idle nextIdle() {
        return idle.poll();
    }

    private synchronized boolean remember(Connection connection) {
        return !closed && open.add(connection);
    }

    private synchronized void forget(Connection connection) {
        open.remove(connection);
    }

    private synchronized boolean offer(Connection connection) {
        return !closed && idle.size() < mostIdle && idle.offer(new Idle(connection, System.nanoTime()));
    }

    /**
     * A new pool with the connections that were given back. This one is closed, and so are those that were not: whoever
     * still holds one, or this pool, gets no further.
     */
    ConnectionPool handedOn() {
        ConnectionPool next = new ConnectionPool(source, renewal, mostIdle, renewedFirst);
        for (Idle there = nextIdle(); there != null; there = nextIdle()) {
            forget(there.connection());
            next.idle.add(there);
            next.open.add(there.connection());
        }
        close();
        return next;
    }

    private synchronized List<Connection> takeIdle() {
        closed = true;
        List<Connection> all = idle.stream().map(Idle::connection).toList();
        idle.clear();
        all.forEach(open::remove);
        return all;
    }

    private synchronized List<Connection> takeLent() {
        List<Connection> all = List.copyOf(open);
        open.clear();
        return all;
    }

    /**
     * Closes every connection, those too that were not given back. These are not asked to: the drivers of MySQL and MariaDB
     * would wait for the statement that another thread executes on it.
     */
    @Override
    public void close() {
        takeIdle().forEach(connection -> quietly(connection::close));
        takeLent().forEach(this::hangUp);
    }

    private void hangUp(Connection connection) {
        quietly(() -> connection.abort(Runnable::run));
    }

    private void quietly(Ending ending) {
        try {
            ending.end();
        } catch (SQLException e) {
            System.getLogger(ConnectionPool.class.getName())
                    .log(System.Logger.Level.DEBUG, "A connection of the " + source + " was broken already", e);
        }
    }

    private interface Ending {
        void end() throws SQLException;
    }

    @Override
    public String toString() {
        return "pooled " + source;
    }
}
