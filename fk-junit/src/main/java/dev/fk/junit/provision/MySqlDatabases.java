package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Databases of a MySQL or MariaDB server. These cannot copy one, so what made the template is read from it once and said
 * again, all of it in one message to the server.
 */
@API(status = Status.INTERNAL)
public final class MySqlDatabases implements DatabaseFactory {
    /** How often to begin again when two sessions locked each other out of the dictionary. */
    private static final int ATTEMPTS = 5;

    /** Names of hosts are not resolved on servers of ours; only these match. */
    private static final String ROOTS =
            "SELECT host FROM mysql.user WHERE user = 'root' AND host IN ('%', 'localhost', '127.0.0.1', '::1')";

    private final ConnectionPool admin;
    private final Map<String, MySqlScript> scripts = new ConcurrentHashMap<>();

    private final Sessions sessions = new Sessions();
    private final String freshMode;
    private final String freshCollation;

    private MySqlDatabases(ConnectionPool admin, String freshMode, String freshCollation) {
        this.admin = admin;
        this.freshMode = freshMode;
        this.freshCollation = freshCollation;
    }

    /** @param admin must let several statements through at once: {@code allowMultiQueries} */
    public static DatabaseFactory on(DataSource admin) throws SQLException {
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement();
                ResultSet fresh = statement.executeQuery("SELECT @@sql_mode, @@collation_connection")) {
            fresh.next();
            return new MySqlDatabases(
                    new ConnectionPool(admin, Renewal.unnecessary(), 4), fresh.getString(1), fresh.getString(2));
        }
    }

    /** Of each root that can get in: images make one for every host, installers some for this one. */
    static void changePassword(Connection connection, Password password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> roots = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(ROOTS)) {
                while (rows.next()) {
                    roots.add("root@'" + rows.getString(1) + "' IDENTIFIED BY '" + password.value() + "'");
                }
            }
            statement.execute("ALTER USER " + String.join(", ", roots));
        }
    }

    @Override
    public void create(String database) throws SQLException {
        execute("CREATE DATABASE " + database);
    }

    @Override
    public void freeze(String template) throws SQLException {
        try (Connection connection = admin.connection()) {
            scripts.put(template, MySqlScript.of(connection, template));
        }
    }

    @Override
    public void copy(String template, String database) throws SQLException {
        MySqlScript script = scripts.get(template);
        if (script == null) {
            throw new IllegalStateException("The template " + template + " is not frozen.");
        }
        for (int attempt = 1; ; attempt++) {
            execute(script.createDatabase(database));
            try (Connection connection = admin.connection()) {
                script.fill(connection, database);
                return;
            } catch (SQLException e) {
                drop(database);
                if (!"40001".equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Without waiting for those who still use it: they are disconnected. */
    @Override
    public void drop(String database) throws SQLException {
        scripts.remove(database);
        sessions.forget(database);
        try {
            execute("SET SESSION lock_wait_timeout = 1", "DROP DATABASE IF EXISTS " + database);
        } catch (SQLException locked) {
            disconnect(database);
            execute("SET SESSION lock_wait_timeout = 10", "DROP DATABASE IF EXISTS " + database);
        }
    }

    private void disconnect(String database) throws SQLException {
        try (Connection connection = admin.connection();
                PreparedStatement users = connection.prepareStatement(
                        "SELECT id FROM information_schema.processlist WHERE db = ? AND id <> connection_id()");
                Statement kill = connection.createStatement()) {
            users.setString(1, database);
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = users.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            for (long id : ids) {
                kill.execute("KILL " + id);
            }
        }
    }

    private void execute(String... sql) throws SQLException {
        try (Connection connection = admin.connection();
                Statement statement = connection.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        }
    }

    @Override
    public Renewal renewal(String database) {
        return new MySqlRenewal(database, freshMode, freshCollation, sessions);
    }

    @Override
    public Optional<String> state(String database, DataSource connections) throws SQLException {
        try (Connection connection = admin.connection()) {
            return MySqlState.of(connection, database, sessions.of(database));
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
