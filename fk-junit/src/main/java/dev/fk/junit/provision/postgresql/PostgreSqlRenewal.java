package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Renewal;
import dev.fk.junit.provision.Sessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DISCARD ALL; the driver notices that its prepared statements are gone. */
record PostgreSqlRenewal(String database, Sessions sessions) implements Renewal {
    /** Otherwise a session adds to the server's counters once in a second. */
    private static final String TELL = "SELECT pg_stat_force_next_flush(), pg_backend_pid()";

    private static final int TELLS_SINCE = 15;

    @Override
    public boolean renew(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DISCARD ALL");
            if (connection.getMetaData().getDatabaseMajorVersion() >= TELLS_SINCE) {
                try (ResultSet row = statement.executeQuery(TELL)) {
                    row.next();
                    sessions.add(database, row.getLong(2));
                }
            }
            return true;
        }
    }
}
