package dev.fk.junit.provision.mysql;

import dev.fk.junit.provision.Cleaner;
import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.CreationRefused;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Renewal;
import dev.fk.junit.provision.ServerLock;
import dev.fk.junit.provision.Sessions;
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

    /** Procedures that say something about the database they are in. */
    static final String COMPLETE = "fk_complete";

    private static final String KEPT = "fk_kept";

    /** ER_DBACCESS_DENIED_ERROR. */
    private static final int ACCESS_DENIED = 1044;

    /** On MariaDB a prepared transaction whose session is gone holds locks of InnoDB alone; who drops its tables waits for these. */
    private static final String PATIENCE = "SET SESSION innodb_lock_wait_timeout = 1";

    /** ER_SP_ALREADY_EXISTS: several tests share a database, and another one of them wants it to stay. */
    private static final int ALREADY_MARKED = 1304;

    private static final int SEQUENCE_RUN_OUT = 4084;

    /** Names of hosts are not resolved on servers of ours; only these match. */
    private static final String ROOTS =
            "SELECT host FROM mysql.user WHERE user = 'root' AND host IN ('%', 'localhost', '127.0.0.1', '::1')";

    private static final String IDLE =
            "SELECT concat('connection ', id, ', ', user, ', ', host, ', idle for ', time, ' s')"
                    + " FROM information_schema.processlist WHERE db = ? AND command = 'Sleep' ORDER BY id";

    private final ConnectionPool admin;
    private final MySqlWitness witness = new MySqlWitness();
    private final MySqlCommitted committed;
    private final Map<String, MySqlScript> scripts = new ConcurrentHashMap<>();

    private final Sessions sessions = new Sessions();
    private final String freshMode;
    private final String freshCollation;

    private MySqlDatabases(ConnectionPool admin, String freshMode, String freshCollation) {
        this.admin = admin;
        this.committed = new MySqlCommitted(new MySqlAdmin(admin, sessions, witness));
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
    public static void changePassword(Connection connection, Password password) throws SQLException {
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
        try {
            witness.run(1, () -> execute("CREATE DATABASE " + database));
        } catch (SQLException e) {
            throw e.getErrorCode() == ACCESS_DENIED ? refused(e) : e;
        }
    }

    private SQLException refused(SQLException refusal) throws SQLException {
        try (Connection connection = admin.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_user(), version()")) {
            row.next();
            String user = row.getString(1);
            int at = user.lastIndexOf('@');
            return CreationRefused.explained(
                    refusal,
                    row.getString(2).contains("MariaDB") ? "mariadb" : "mysql",
                    "GRANT ALL ON `fk\\_%`.* TO '" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'");
        }
    }

    @Override
    public void freeze(String template) throws SQLException {
        settleSequences(template);
        read(template);
        mark(template, COMPLETE);
    }

    /** MariaDB 11.8.9 tells the end of the values that a server has in its cache; which of them comes next it only gives. */
    private void settleSequences(String template) throws SQLException {
        try (Connection connection = admin.connection();
                Statement statement = connection.createStatement()) {
            for (String sequence : new MySqlTemplate(connection, template).sequences()) {
                String name = MySqlNames.quoted(template, sequence);
                Optional<String> next = next(statement, name);
                if (next.isPresent()) {
                    witness.run(1, () -> statement.execute("ALTER SEQUENCE " + name + " RESTART " + next.get()));
                }
            }
        }
    }

    /** Empty if there is none left. */
    private static Optional<String> next(Statement statement, String sequence) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT NEXTVAL(" + sequence + ")")) {
            row.next();
            return Optional.of(row.getString(1));
        } catch (SQLException e) {
            if (e.getErrorCode() == SEQUENCE_RUN_OUT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void read(String template) throws SQLException {
        try (Connection connection = admin.connection()) {
            scripts.put(template, MySqlScript.of(connection, template));
        }
    }

    /** A database has no place for a remark, but a procedure in it is one, and goes with it. */
    private void mark(String database, String marker) throws SQLException {
        witness.run(1, () -> execute("CREATE PROCEDURE " + database + "." + marker + "() SELECT 1"));
    }

    @Override
    public boolean isFrozen(String template) throws SQLException {
        boolean complete = !names(
                        "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_NAME = '" + COMPLETE
                                + "' AND ROUTINE_SCHEMA = ?",
                        template)
                .isEmpty();
        if (complete && !scripts.containsKey(template)) {
            read(template);
        }
        return complete;
    }

    @Override
    public long sessions(String database) throws SQLException {
        return names("SELECT id FROM information_schema.processlist WHERE db = ?", database)
                .size();
    }

    @Override
    public List<String> idleSessions(String database) throws SQLException {
        return names(IDLE, database);
    }

    @Override
    public List<String> list() throws SQLException {
        return names(
                "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'fk\\_%' AND SCHEMA_NAME NOT IN"
                        + " (SELECT ROUTINE_SCHEMA FROM information_schema.ROUTINES WHERE ROUTINE_NAME = ?)",
                KEPT);
    }

    @Override
    public void keep(String database) throws SQLException {
        try {
            mark(database, KEPT);
        } catch (SQLException e) {
            if (e.getErrorCode() != ALREADY_MARKED) {
                throw e;
            }
        }
    }

    @Override
    public ServerLock lock(String name) throws SQLException {
        Connection connection = admin.connection();
        boolean locked = false;
        try {
            locked = List.of("1").equals(names(connection, "SELECT GET_LOCK(?, 600)", name));
        } finally {
            if (!locked) {
                connection.close();
            }
        }
        if (!locked) {
            throw new SQLException("Somebody has the lock " + name + " for ten minutes already.");
        }
        return () -> {
            try (connection) {
                names(connection, "SELECT RELEASE_LOCK(?)", name);
            }
        };
    }

    @Override
    public boolean isLocked(String name) throws SQLException {
        return !names("SELECT IS_USED_LOCK(?)", name).contains("");
    }

    private List<String> names(String sql, String parameter) throws SQLException {
        try (Connection connection = admin.connection()) {
            return names(connection, sql, parameter);
        }
    }

    private static List<String> names(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    names.add(name == null ? "" : name);
                }
            }
            return names;
        }
    }

    @Override
    public void copy(String template, String database) throws SQLException {
        MySqlScript script = scripts.get(template);
        if (script == null) {
            throw new IllegalStateException("The template " + template + " is not frozen.");
        }
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = admin.connection()) {
                others(connection).ifPresent(others -> witness.isBorn(database, others));
                committed.isCopied(template, database);
                witness.run(1, () -> execute(script.createDatabase(database)));
                witness.run(script.ddl(), () -> script.fill(connection, database));
                return;
            } catch (SQLException e) {
                drop(database);
                if (!"40001".equals(e.getSQLState()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private Optional<Long> others(Connection connection) throws SQLException {
        MySqlWitness.Stamp stamp = witness.now();
        MySqlAnswers answers = MySqlAnswers.to(connection, List.of(MySqlWitness.QUESTION));
        return witness.others(stamp, MySqlWitness.counted(answers.rows(0)));
    }

    /** Without waiting for those who still use it: they are disconnected. */
    @Override
    public void drop(String database) throws SQLException {
        scripts.remove(database);
        sessions.forget(database);
        witness.forget(database);
        committed.forget(database);
        String drop = "DROP DATABASE IF EXISTS " + database;
        try {
            witness.run(1, () -> execute(PATIENCE, "SET SESSION lock_wait_timeout = 1", drop));
        } catch (SQLException locked) {
            disconnect(database);
            witness.run(1, () -> execute(PATIENCE, "SET SESSION lock_wait_timeout = 10", drop));
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
    public Optional<String> committed(String database, DataSource connections) throws SQLException {
        try (Connection connection = admin.connection()) {
            return committed.of(connection, database, sessions.of(database));
        }
    }

    @Override
    public boolean tellsOwnRows() {
        return true;
    }

    @Override
    public Optional<Cleaner> cleaner(String template, String untouched, ConnectionPool connections)
            throws SQLException {
        MySqlScript script = scripts.get(template);
        return script == null
                ? Optional.empty()
                : MySqlCleaner.of(new MySqlAdmin(admin, sessions, witness), script, untouched);
    }

    /** MySQL could protect a database as a whole, MariaDB could not; sessions of both can be. */
    @Override
    public Renewal protect(String database) {
        Renewal renewal = renewal(database);
        return connection -> renewal.renew(connection)
                && Renewal.by("SET SESSION TRANSACTION READ ONLY").renew(connection);
    }

    @Override
    public void close() {
        admin.close();
    }
}
