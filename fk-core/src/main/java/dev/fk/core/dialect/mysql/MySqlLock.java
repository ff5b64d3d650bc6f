package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.AdvisoryLock;
import dev.fk.core.dialect.LockHolder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** {@code GET_LOCK}, whose names belong to the whole server and have at most 64 characters. */
final class MySqlLock implements AdvisoryLock {
    private final String name;

    MySqlLock(Settings settings) {
        this.name = new Quoting(settings.backslashEscapes())
                .literal(Identifiers.shorten("fk." + settings.info().database()));
    }

    /** Whole seconds, rounded up: MySQL rounds, MariaDB does not. */
    @Override
    public Optional<LockHolder> acquire(Connection connection, Duration patience) throws SQLException {
        long seconds = patience.plusMillis(999).toSeconds();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("SELECT GET_LOCK(" + name + ", " + seconds + ")")) {
                row.next();
                if (row.getInt(1) == 1) {
                    return Optional.empty();
                }
            }
            return Optional.of(holder(statement));
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET @fk_lock = RELEASE_LOCK(" + name + "), " + SqlMode.backIfKept());
        }
    }

    /** Without the privilege PROCESS the list has no connections of other users. */
    private LockHolder holder(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT h.id, p.USER, p.HOST FROM (SELECT IS_USED_LOCK(" + name
                + ") AS id) h LEFT JOIN information_schema.PROCESSLIST p ON p.ID = h.id")) {
            row.next();
            String id = row.getString(1);
            if (id == null) {
                return new LockHolder("a connection that has ended in the meantime", "nothing");
            }
            String user = row.getString(2);
            String who =
                    user == null ? " of a user that is not shown to us" : " of " + user + " from " + row.getString(3);
            return new LockHolder("connection " + id + who, "KILL " + id);
        }
    }
}
