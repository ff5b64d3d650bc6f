package dev.fk.core.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Sessions of PostgreSQL that are made like new and given out again: a new one is a new process, which costs six times what
 * reading a small catalog costs in one that is there.
 */
final class ReusedSessions extends PGSimpleDataSource {
    private static final long serialVersionUID = 1;
    private static final int IDLE = 24;
    /** Of all data sources, the one used longest ago first: a server takes only so many sessions. */
    private static final Deque<Session> ALL_IDLE = new ArrayDeque<>();

    private record Session(ReusedSessions of, Connection connection) {}

    @Override
    public Connection getConnection() throws SQLException {
        for (Session idle = idle(); idle != null; idle = idle()) {
            if (likeNew(idle.connection())) {
                return lent(idle.connection());
            }
            idle.connection().close();
        }
        return lent(super.getConnection());
    }

    private Session idle() {
        synchronized (ALL_IDLE) {
            for (var latest = ALL_IDLE.descendingIterator(); latest.hasNext(); ) {
                Session session = latest.next();
                if (session.of() == this) {
                    latest.remove();
                    return session;
                }
            }
            return null;
        }
    }

    private Connection lent(Connection connection) {
        boolean[] closed = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                ReusedSessions.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!closed[0]) {
                                closed[0] = true;
                                keep(connection);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return closed[0] || connection.isClosed();
                        }
                        case "isWrapperFor" -> {
                            return ((Class<?>) arguments[0]).isInstance(connection);
                        }
                        case "unwrap" -> {
                            return ((Class<?>) arguments[0]).cast(connection);
                        }
                        default -> {
                            if (closed[0]) {
                                throw new SQLException("This connection has been closed.", "08003");
                            }
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }
                    }
                });
    }

    /** At once, so that nobody waits for its locks. */
    private void keep(Connection connection) throws SQLException {
        if (!likeNew(connection)) {
            connection.close();
            return;
        }
        Session tooMany = null;
        synchronized (ALL_IDLE) {
            ALL_IDLE.addLast(new Session(this, connection));
            if (ALL_IDLE.size() > IDLE) {
                tooMany = ALL_IDLE.removeFirst();
            }
        }
        if (tooMany != null) {
            tooMany.connection().close();
        }
    }

    private static boolean likeNew(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            if (connection.isReadOnly()) {
                connection.setReadOnly(false);
            }
            statement.execute("DISCARD ALL");
            connection.clearWarnings();
            return connection.getNetworkTimeout() == 0;
        } catch (SQLException e) {
            return false;
        }
    }
}
