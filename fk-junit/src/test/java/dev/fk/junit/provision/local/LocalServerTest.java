package dev.fk.junit.provision.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The same promises, whoever brings the server. */
@Tag("thorough")
@Timeout(120)
class LocalServerTest {
    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Server server, String database, String sql) throws SQLException {
        try (Connection connection = server.connectTo(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String run(String command) throws Exception {
        Process process = new ProcessBuilder("timeout", "60", "sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static Path data(Connection connection, ServerKind kind) throws SQLException {
        return Path.of(ask(connection, kind == ServerKind.POSTGRESQL ? "SHOW data_directory" : "SELECT @@datadir"));
    }

    private static void close(Server server) {
        server.databases().close();
        server.close();
    }

    /** Everything about one server at one start of it: that is the expensive part. */
    static void keeps_its_promises(OwnServers which) throws Exception {
        ServerKind kind = which.kind();
        Server server = which.start();
        Path data;
        Access access;
        String password;
        try (Connection connection = server.connectTo(kind.adminDatabase()).getConnection()) {
            assertThat(Database.of(server.connectTo(kind.adminDatabase()))
                            .server()
                            .dialect()
                            .id())
                    .isEqualTo(kind.dialect());
            is_fast_rather_than_safe(connection, kind);
            listens_on_the_loopback_interface_only(connection);
            lets_nobody_in_without_the_password(connection, kind);
            data = data(connection, kind);
            if (kind != ServerKind.POSTGRESQL) {
                assertThat(Path.of(ask(connection, "SELECT @@tmpdir"))).isEqualTo(data.resolveSibling("tmp"));
            }
            if (Files.isWritable(Path.of("/dev/shm"))) {
                assertThat(data).startsWith(Path.of("/dev/shm"));
            }
            copies_databases(server);
            server.databases().create("fk_kept");
            execute(server, "fk_kept", "CREATE TABLE evidence AS SELECT 'here' AS it");
        }
        try {
            access = server.keep("fk_kept");
            assertThat(run("echo 'SELECT it FROM evidence' | " + access.command()))
                    .contains("here");
            password = access.notes().get(1).replaceAll("The password is in (.*); all of it .*", "$1");
            password = Files.readString(Path.of(password)).strip().replaceAll("(?s).*[:=]", "");
            assertThat(password).hasSize(24);
            assertThat(access.toString()).doesNotContain(password);
            close(server);
            assertThat(run("echo 'SELECT it FROM evidence' | " + access.command()))
                    .contains("here");
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
            assertThat(data.resolve(MySqlEngine.PROCESS_ID)).doesNotExist();
            assertThat(Files.readString(data.resolveSibling("server.log"))).doesNotContain(password);
        } finally {
            run("rm -r " + data.getParent());
        }
    }

    private static void is_fast_rather_than_safe(Connection connection, ServerKind kind) throws SQLException {
        if (kind == ServerKind.POSTGRESQL) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "autovacuum")) {
                assertThat(ask(connection, "SHOW " + setting)).as(setting).isEqualTo("off");
            }
            assertThat(ask(connection, "SHOW max_locks_per_transaction")).isEqualTo("512");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
        } else {
            String settings = "SELECT concat_ws(' ', if(@@log_bin, 'on', 'off'),"
                    + " if(@@innodb_flush_log_at_trx_commit, 'on', 'off'),"
                    + " if(@@innodb_doublewrite IN ('OFF', '0'), 'off', 'on'))";
            assertThat(ask(connection, settings)).isEqualTo("off off off");
        }
    }

    private static void listens_on_the_loopback_interface_only(Connection connection) throws Exception {
        String url = connection.getMetaData().getURL();
        assertThat(url).contains("//127.0.0.1:");
        int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .toList();
        assertThat(others).isNotEmpty().allSatisfy(address -> assertThatThrownBy(() -> {
                    try (Socket socket = new Socket()) {
                        socket.connect(new InetSocketAddress(address, port), 1000);
                    }
                })
                .isInstanceOf(IOException.class));
    }

    private static void lets_nobody_in_without_the_password(Connection connection, ServerKind kind) throws Exception {
        String url = connection.getMetaData().getURL() + "?sslmode=disable&sslMode="
                + (kind == ServerKind.MYSQL ? "DISABLED" : "disable") + "&allowPublicKeyRetrieval=true";
        for (String user : List.of(kind.superuser(), "", "mysql")) {
            for (String password : List.of("", "root", "postgres")) {
                assertThatThrownBy(() ->
                                DriverManager.getConnection(url, user, password).close())
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static void copies_databases(Server server) throws SQLException {
        server.databases().create("fk_template");
        execute(server, "fk_template", "CREATE TABLE t (id int PRIMARY KEY)");
        server.databases().freeze("fk_template");
        server.databases().copy("fk_template", "fk_copy");
        execute(server, "fk_copy", "INSERT INTO t VALUES (1)");
        server.databases().drop("fk_copy");
        server.databases().drop("fk_template");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "INSTALLED_MYSQL")
    void a_server_of_ours_keeps_its_promises(OwnServers which) throws Exception {
        assumeThat(which != OwnServers.INSTALLED_POSTGRESQL
                        || Search.of(ServerKind.POSTGRESQL, Optional.empty(), Search.LONG)
                                .result()
                                .programs()
                                .isPresent()
                        || Boolean.getBoolean("fk.require.servers"))
                .as("a PostgreSQL is installed here")
                .isTrue();
        keeps_its_promises(which);
    }

    @Tag("containers")
    @Nested
    @ExtendWith(Docker.Needed.class)
    class WithDocker {
        @Test
        void a_server_of_ours_keeps_its_promises() throws Exception {
            keeps_its_promises(OwnServers.INSTALLED_MYSQL);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "EMBEDDED_.*")
    void nothing_is_left_of_it(OwnServers which) throws Exception {
        Server server = which.start();
        Path data;
        try (Connection connection =
                server.connectTo(which.kind().adminDatabase()).getConnection()) {
            data = data(connection, which.kind());
        }
        assertThat(data).isDirectory();
        close(server);
        assertThat(data.getParent()).doesNotExist();
    }
}
