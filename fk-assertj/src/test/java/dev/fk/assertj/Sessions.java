package dev.fk.assertj;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.PooledConnection;

/** Sessions with one database of PostgreSQL that are used again, as good as new: each would be a process of its own. */
record Sessions(ConnectionPoolDataSource source, Deque<PooledConnection> idle) implements AutoCloseable {
    Sessions(ConnectionPoolDataSource source) {
        this(source, new ConcurrentLinkedDeque<>());
    }

    DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection();
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    private Connection connection() throws SQLException {
        PooledConnection used = idle.pollLast();
        if (used == null) {
            PooledConnection fresh = source.getPooledConnection();
            fresh.addConnectionEventListener(new Closed());
            return fresh.getConnection();
        }
        Connection connection = used.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
        }
        return connection;
    }

    /** None of them may be in use. */
    @Override
    public void close() throws SQLException {
        for (PooledConnection session = idle.poll(); session != null; session = idle.poll()) {
            session.close();
        }
    }

    private final class Closed implements ConnectionEventListener {
        @Override
        public void connectionClosed(ConnectionEvent event) {
            idle.addLast((PooledConnection) event.getSource());
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            // whoever uses it is told, and closes it
        }
    }
}
