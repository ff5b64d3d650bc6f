package dev.fk.junit.provision.server;

import dev.fk.core.schema.Nearest;
import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.mysql.MySqlDatabases;
import dev.fk.junit.provision.postgresql.PostgreSqlDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The kinds of servers that databases can be made on, and what each needs for it; MySQL and MariaDB need the same. */
@API(status = Status.INTERNAL)
public enum ServerKind {
    POSTGRESQL("postgresql", "PostgreSQL", "postgres", "postgres", List.of(JdbcDriver.POSTGRESQL)) {
        @Override
        public DatabaseFactory databasesOfOurs(DataSource admin) throws SQLException {
            return PostgreSqlDatabases.onServerOfOurs(admin);
        }

        @Override
        public DatabaseFactory databasesOfOthers(DataSource admin) throws SQLException {
            return PostgreSqlDatabases.onSharedServer(admin);
        }

        @Override
        public void changePassword(Connection connection, Password password) throws SQLException {
            PostgreSqlDatabases.changePassword(connection, password);
        }
    },
    MYSQL("mysql", "MySQL", "root", "", List.of(JdbcDriver.MYSQL, JdbcDriver.MARIADB)),
    MARIADB("mariadb", "MariaDB", "root", "", List.of(JdbcDriver.MARIADB, JdbcDriver.MYSQL));

    private final String dialect;
    private final String product;
    private final String superuser;
    private final String adminDatabase;
    private final List<JdbcDriver> drivers;

    ServerKind(String dialect, String product, String superuser, String adminDatabase, List<JdbcDriver> drivers) {
        this.dialect = dialect;
        this.product = product;
        this.superuser = superuser;
        this.adminDatabase = adminDatabase;
        this.drivers = drivers;
    }

    /** The kind that a request names, if it is one of these. */
    public static Optional<ServerKind> of(ServerRequest request) {
        return Arrays.stream(values())
                .filter(k -> k.dialect.equals(request.dialect()))
                .findFirst();
    }

    /** What to answer to a request for another kind. */
    public static Availability unknown(ServerRequest request) {
        List<String> dialects = Arrays.stream(values()).map(ServerKind::dialect).toList();
        return Availability.no(
                "no databases can be made on " + request.dialect() + Nearest.endOfSentence(request.dialect(), dialects),
                "Use one of " + String.join(", ", dialects) + ".");
    }

    /** What whoever starts no images answers to a request that it cannot meet: another version would be another server. */
    public static Optional<Availability> refusalWithoutImages(ServerRequest request) {
        return of(request).isEmpty()
                ? Optional.of(unknown(request))
                : request.setting("image")
                        .map(image -> Availability.no(
                                "the image " + image + " is asked for, and that comes in a container.",
                                "Leave the image out to have whatever version there is."));
    }

    public String dialect() {
        return dialect;
    }

    /** As people call it. */
    public String product() {
        return product;
    }

    /** Who may do everything on a fresh server. */
    public String superuser() {
        return superuser;
    }

    /** What to connect to in order to make databases; empty where no database is needed. */
    public String adminDatabase() {
        return adminDatabase;
    }

    /** The driver to use: the vendor's own before another that speaks the same protocol. */
    public Optional<JdbcDriver> driver() {
        return drivers.stream().filter(JdbcDriver::present).findFirst();
    }

    /** What to answer if there is none. */
    public Availability driverMissing() {
        return Availability.no(
                "no driver for " + product + " is on the class path.",
                "Add "
                        + drivers.stream().map(JdbcDriver::artifact).collect(Collectors.joining(" or "))
                        + " in scope test.");
    }

    /** What to do about a URL that no driver takes: each has a scheme of its own, whichever server it leads to. */
    public String remedyForScheme(String url) {
        Optional<JdbcDriver> missing = drivers.stream()
                .filter(d -> url.startsWith(d.scheme()) && !d.present())
                .findFirst();
        return missing.map(d -> "Add " + d.artifact() + " in scope test"
                        + driver().map(there -> ", or begin it with " + there.scheme() + " for " + there.artifact()
                                        + ", which is there")
                                .orElse("")
                        + ".")
                .orElse("Correct the setting, or remove it to let fk start a server.");
    }

    /** Makes databases on a server that fk has started. */
    public DatabaseFactory databasesOfOurs(DataSource admin) throws SQLException {
        return MySqlDatabases.on(admin);
    }

    /** Makes databases on a server that somebody else runs. */
    public DatabaseFactory databasesOfOthers(DataSource admin) throws SQLException {
        return MySqlDatabases.on(admin);
    }

    /** Gives the superuser another password, from wherever it connects. */
    public void changePassword(Connection connection, Password password) throws SQLException {
        MySqlDatabases.changePassword(connection, password);
    }
}
