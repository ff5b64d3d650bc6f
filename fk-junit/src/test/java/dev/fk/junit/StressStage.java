package dev.fk.junit;

import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.ServerKind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** A server that sessions of their own use as an external one, and what is on it. */
record StressStage(ServerKind kind, String url, String user, String password) {
    private static final String PASSWORD = "fk-stress";

    static StressStage on(Server server, ServerKind kind) throws SQLException {
        String user = "fk_stress_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection();
                Statement statement = connection.createStatement()) {
            if (kind == ServerKind.POSTGRESQL) {
                statement.execute("CREATE ROLE " + user + " SUPERUSER LOGIN PASSWORD '" + PASSWORD + "'");
            } else {
                statement.execute("CREATE USER " + user + " IDENTIFIED BY '" + PASSWORD + "'");
                statement.execute("GRANT ALL ON *.* TO " + user);
            }
            String url = connection.getMetaData().getURL();
            String options = url.startsWith("jdbc:postgresql")
                    ? ""
                    : "?sslMode=" + (url.startsWith("jdbc:mysql") ? "DISABLED" : "disable")
                            + "&allowPublicKeyRetrieval=true";
            return new StressStage(kind, url.replaceAll("\\?.*", "") + options, user, PASSWORD);
        }
    }

    /** As configuration parameters, or system properties. */
    Map<String, String> parameters() {
        String prefix = "fk." + kind.dialect() + ".";
        return new HashMap<>(Map.of(
                "fk.dialect",
                kind.dialect(),
                "fk.provider",
                "external",
                prefix + "url",
                url,
                prefix + "user",
                user,
                prefix + "password",
                password));
    }

    TreeSet<String> databases() throws SQLException {
        String sql = kind == ServerKind.POSTGRESQL
                ? "SELECT datname FROM pg_database WHERE starts_with(datname, 'fk_')"
                : "SHOW DATABASES LIKE 'fk\\_%'";
        TreeSet<String> names = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
