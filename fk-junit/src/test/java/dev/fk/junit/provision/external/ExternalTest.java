package dev.fk.junit.provision.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that somebody else runs, with a user that may not do everything. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
class ExternalTest {
    private static final String OPTIONS = "?sslMode=disabled&allowPublicKeyRetrieval=true";

    private static String authority(Server server) throws SQLException {
        return authority(server, "");
    }

    private static String authority(Server server, String database) throws SQLException {
        try (Connection connection = server.connectTo(database).getConnection()) {
            return connection.getMetaData().getURL().replaceAll(".*//([^/]*)/.*", "$1");
        }
    }

    private static void execute(Server server, String database, String... statements) throws SQLException {
        try (Connection connection = server.connectTo(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Server start(String dialect, String url) {
        return new External()
                .start(new ServerRequest(
                        dialect, Optional.empty(), Map.of("url", url, "user", "fk_tests", "password", "fk-tests")));
    }

    /** Each server through each driver. */
    @ParameterizedTest
    @CsvSource({"MYSQL, mysql", "MYSQL, mariadb", "MARIADB, mysql", "MARIADB, mariadb"})
    void databases_are_made_copied_kept_and_dropped(ServerKind kind, String driver, Docker docker) throws Exception {
        String authority = authority(docker.server(kind));
        execute(
                docker.server(kind),
                "",
                "CREATE USER IF NOT EXISTS fk_tests@'%' IDENTIFIED BY 'fk-tests'",
                "GRANT ALL ON `fk\\_%`.* TO fk_tests@'%'");
        String prefix = "fk_" + kind.dialect() + driver;
        try (Server server = start(kind.dialect(), "jdbc:" + driver + "://" + authority + "/" + OPTIONS)) {
            server.databases().create(prefix + "_template");
            execute(server, prefix + "_template", "CREATE TABLE t (id int PRIMARY KEY)", "INSERT INTO t VALUES (1)");
            server.databases().freeze(prefix + "_template");
            server.databases().copy(prefix + "_template", prefix + "_copy");
            execute(server, prefix + "_copy", "UPDATE t SET id = 2 WHERE id = 1");
            Access access = server.keep(prefix + "_copy");
            assertThat(access.url()).isEqualTo("jdbc:" + driver + "://" + authority + "/" + prefix + "_copy" + OPTIONS);
            assertThat(access.command())
                    .isEqualTo(kind.dialect() + " -h " + authority.replace(":", " -P ") + " -u fk_tests -p " + prefix
                            + "_copy");
            server.databases().drop(prefix + "_copy");
            server.databases().drop(prefix + "_template");
            server.databases().close();
        }
    }

    @ParameterizedTest
    @CsvSource({"MYSQL, mariadb", "MARIADB, mysql"})
    void another_kind_of_server_than_the_setting_says_is_refused(ServerKind kind, String dialect, Docker docker)
            throws Exception {
        execute(docker.server(kind), "", "CREATE USER IF NOT EXISTS fk_tests@'%' IDENTIFIED BY 'fk-tests'");
        String url = "jdbc:mysql://" + authority(docker.server(kind)) + "/" + OPTIONS;
        assertThatThrownBy(() -> start(dialect, url))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("fk." + dialect + ".url is set to " + url + ", but that is " + kind.product())
                .hasMessageContaining("Set it as fk." + kind.dialect() + ".url");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "POSTGRESQL, CREATE ROLE fk_weak LOGIN PASSWORD 'fk-tests', ALTER ROLE fk_weak CREATEDB",
                "MYSQL, CREATE USER fk_weak@'%' IDENTIFIED BY 'fk-tests', GRANT ALL ON `fk\\_%`.* TO 'fk_weak'@'%'",
                "MARIADB, CREATE USER fk_weak@'%' IDENTIFIED BY 'fk-tests', GRANT ALL ON `fk\\_%`.* TO 'fk_weak'@'%'",
            })
    void who_may_not_make_databases_is_told_what_would_let_them(
            ServerKind kind, String create, String grant, Docker docker) throws Exception {
        String admin = kind.adminDatabase();
        execute(docker.server(kind), admin, create);
        String options = kind == ServerKind.POSTGRESQL ? "" : OPTIONS;
        String url = "jdbc:" + kind.dialect() + "://" + authority(docker.server(kind), admin) + "/" + admin + options;
        ServerRequest request = new ServerRequest(
                kind.dialect(), Optional.empty(), Map.of("url", url, "user", "fk_weak", "password", "fk-tests"));
        try (Server server = new External().start(request)) {
            assertThatThrownBy(() -> server.databases().create("fk_weak_one"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageEndingWith(
                            "\nfk makes databases of its own for the tests, named fk_…, on the server of fk."
                                    + kind.dialect() + ".url. Have its user make them: " + grant
                                    + "; or name another one in fk." + kind.dialect() + ".user.");
            execute(docker.server(kind), admin, grant);
            server.databases().create("fk_weak_one");
            server.databases().drop("fk_weak_one");
            server.databases().close();
        }
    }

    @Test
    void who_only_reads_is_told_what_that_may_come_from(Docker docker) throws Exception {
        Server docked = docker.server(ServerKind.POSTGRESQL);
        execute(docked, "postgres", "CREATE ROLE fk_reader LOGIN CREATEDB PASSWORD 'fk-tests'");
        execute(docked, "postgres", "ALTER ROLE fk_reader SET default_transaction_read_only = on");
        String url = "jdbc:postgresql://" + authority(docked, "postgres") + "/postgres";
        ServerRequest request = new ServerRequest(
                "postgresql", Optional.empty(), Map.of("url", url, "user", "fk_reader", "password", "fk-tests"));
        try (Server server = new External().start(request)) {
            assertThatThrownBy(() -> server.databases().create("fk_reader_one"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("in a read-only transaction\nfk makes databases of its own for the tests")
                    .hasMessageEndingWith(
                            "name the primary if it is a standby, or another user in fk.postgresql.user.");
            server.databases().close();
        }
    }
}
