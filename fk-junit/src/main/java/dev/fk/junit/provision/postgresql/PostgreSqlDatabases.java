package dev.fk.junit.provision.postgresql;

import dev.fk.junit.provision.Cleaner;
import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.CreationRefused;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Departure;
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

/** Databases of a PostgreSQL server, copied by {@code CREATE DATABASE … TEMPLATE}. */
@API(status = Status.INTERNAL)
public final class PostgreSqlDatabases implements DatabaseFactory {
    /** What a standby says, too. */
    private static final String READ_ONLY = "25006";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** Beside a database, for whoever would remove it. */
    private static final String KEPT = "kept by fk for inspection";

    private static final String IDLE =
            """
            SELECT concat(usename, ', ', nullif(application_name, '') || ', ', host(client_addr) || ':' || client_port || ', ',
                          'connected since ', to_char(backend_start, 'HH24:MI:SS'), ', ', state,
                          '; last: ' || left(regexp_replace(nullif(query, ''), '\\s+', ' ', 'g'), 80))
              FROM pg_stat_activity
             WHERE datname = ? AND backend_type = 'client backend' AND state LIKE 'idle%'
             ORDER BY backend_start, pid
            """;

    private final ConnectionPool admin;
    private final Sessions sessions = new Sessions();
    private final String strategy;

    /** Those of templates that were copied. */
    private final Map<String, PostgreSqlAccessories> accessories = new ConcurrentHashMap<>();

    private PostgreSqlDatabases(ConnectionPool admin, String strategy) {
        this.admin = admin;
        this.strategy = strategy;
    }

    /** Copying files comes with a checkpoint, for which others would wait where it waits for a disk. */
    public static DatabaseFactory onSharedServer(DataSource admin) throws SQLException {
        ConnectionPool pool = pool(admin);
        try (Connection connection = pool.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW fsync")) {
            boolean waits = !row.next() || !row.getString(1).equals("off");
            return new PostgreSqlDatabases(pool, waits ? "" : fileCopy(connection));
        }
    }

    /**
     * On a server that loses everything in a crash anyway: copying files beats writing them to the log first, and the
     * checkpoint that comes with it is free when nothing is synced. Before version 15 it was the only way.
     */
    public static DatabaseFactory onServerOfOurs(DataSource admin) throws SQLException {
        ConnectionPool pool = pool(admin);
        try (Connection connection = pool.connection()) {
            return new PostgreSqlDatabases(pool, fileCopy(connection));
        }
    }

    private static String fileCopy(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion() >= 15 ? " STRATEGY FILE_COPY" : "";
    }

    public static void changePassword(Connection connection, Password password) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= 16) {
                // 4096 rounds slow down guessing; nobody guesses 144 random bits, and each connection would pay
                statement.execute("SET scram_iterations = 1");
            }
            statement.execute("ALTER ROLE postgres PASSWORD '" + password.value() + "'");
        }
    }

    private static ConnectionPool pool(DataSource admin) {
        return new ConnectionPool(admin, Renewal.unnecessary(), 4);
    }

    /** From template0, so that nothing is in it which somebody once put into the default template. */
    @Override
    public void create(String database) throws SQLException {
        try {
            execute("CREATE DATABASE " + database + " TEMPLATE template0");
        } catch (SQLException e) {
            if (READ_ONLY.equals(e.getSQLState())) {
                throw CreationRefused.onlyReads(e, "postgresql");
            }
            throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()) ? refused(e) : e;
        }
    }

    private SQLException refused(SQLException refusal) throws SQLException {
        try (Connection connection = admin.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT quote_ident(current_user)")) {
            row.next();
            return CreationRefused.explained(refusal, "postgresql", "ALTER ROLE " + row.getString(1) + " CREATEDB");
        }
    }

    /** Whoever is connected would make the copy fail, so nobody may be. */
    @Override
    public void freeze(String template) throws SQLException {
        awaitDisconnected(template);
        execute("ALTER DATABASE " + template + " WITH ALLOW_CONNECTIONS false");
    }

    @Override
    public boolean isFrozen(String template) throws SQLException {
        return !names("SELECT datname FROM pg_database WHERE NOT datallowconn AND datname = ?", template)
                .isEmpty();
    }

    @Override
    public long sessions(String database) throws SQLException {
        return names("SELECT pid::text FROM pg_stat_activity WHERE datname = ?", database)
                .size();
    }

    @Override
    public List<String> idleSessions(String database) throws SQLException {
        return names(IDLE, database);
    }

    @Override
    public List<String> list() throws SQLException {
        return names(
                "SELECT datname FROM pg_database WHERE starts_with(datname, 'fk_')"
                        + " AND shobj_description(oid, 'pg_database') IS DISTINCT FROM ? ORDER BY 1",
                KEPT);
    }

    @Override
    public void keep(String database) throws SQLException {
        execute("COMMENT ON DATABASE " + database + " IS '" + KEPT + "'");
    }

    /** It is known by its number alone, which a database of the same server may have too: all use the same one. */
    @Override
    public ServerLock lock(String name) throws SQLException {
        Connection connection = admin.connection();
        boolean locked = false;
        try {
            call(connection, "SELECT pg_advisory_lock(hashtextextended(?, 0))", name);
            locked = true;
        } finally {
            if (!locked) {
                connection.close();
            }
        }
        return () -> {
            try (connection) {
                call(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", name);
            }
        };
    }

    private static void call(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.execute();
        }
    }

    @Override
    public boolean isLocked(String name) throws SQLException {
        return !names(
                        "SELECT pid::text FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
                                + " AND (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)",
                        name)
                .isEmpty();
    }

    private List<String> names(String sql, String parameter) throws SQLException {
        try (Connection connection = admin.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    @Override
    public void copy(String template, String database) throws SQLException {
        execute("CREATE DATABASE " + database + " TEMPLATE " + template + strategy);
        for (String statement : accessories(template).of(database)) {
            execute(statement);
        }
    }

    private PostgreSqlAccessories accessories(String template) throws SQLException {
        PostgreSqlAccessories known = accessories.get(template);
        if (known != null) {
            return known;
        }
        try (Connection connection = admin.connection()) {
            PostgreSqlAccessories read = PostgreSqlAccessories.of(connection, template);
            accessories.put(template, read);
            return read;
        }
    }

    @Override
    public void drop(String database) throws SQLException {
        sessions.forget(database);
        accessories.remove(database);
        awaitDisconnected(database);
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /**
     * A closed connection leaves its server process behind for a millisecond or two. CREATE and DROP DATABASE wait for
     * such processes as well, but look again only every 100 ms, which has to do in the
     * end.
     */
    private void awaitDisconnected(String database) throws SQLException {
        try (Connection connection = admin.connection();
                PreparedStatement others =
                        connection.prepareStatement("SELECT FROM pg_stat_activity WHERE datname = ?")) {
            others.setString(1, database);
            Departure.await(() -> isFound(others), found -> !found);
        }
    }

    private static boolean isFound(PreparedStatement others) throws SQLException {
        try (ResultSet rows = others.executeQuery()) {
            return rows.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = admin.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Renewal renewal(String database) {
        return new PostgreSqlRenewal(database, sessions);
    }

    @Override
    public Optional<String> state(String database, DataSource connections) throws SQLException {
        return PostgreSqlState.of(connections, sessions.of(database));
    }

    @Override
    public Optional<String> committed(String database, DataSource connections) throws SQLException {
        return PostgreSqlState.ofCommitted(connections, sessions.of(database));
    }

    @Override
    public Optional<Cleaner> cleaner(String template, String untouched, ConnectionPool connections)
            throws SQLException {
        return PostgreSqlCleaner.of(admin, sessions, untouched, connections);
    }

    @Override
    public Renewal protect(String database) throws SQLException {
        execute("ALTER DATABASE " + database + " SET default_transaction_read_only = on");
        return renewal(database);
    }

    @Override
    public void close() {
        admin.close();
    }
}
