package dev.fk.junit.provision.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class EmbeddedPostgreSqlTest {
    private static final ServerRequest REQUEST = new ServerRequest("postgresql", Optional.empty(), Map.of());

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String run(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    @Test
    void settings_are_those_of_a_throw_away_server() throws Exception {
        try (Server server = new EmbeddedPostgreSql().start(REQUEST);
                Connection connection = server.connectTo("postgres").getConnection()) {
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "autovacuum"}) {
                assertThat(ask(connection, "SHOW " + setting)).as(setting).isEqualTo("off");
            }
            assertThat(ask(connection, "SHOW max_locks_per_transaction")).isEqualTo("1024");
            assertThat(ask(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(connection, "SHOW unix_socket_directories")).isEmpty();
        }
    }

    @Test
    void nobody_gets_in_without_the_password_and_nothing_is_left() throws Exception {
        String directory;
        try (Server server = new EmbeddedPostgreSql().start(REQUEST)) {
            String url;
            try (Connection connection = server.connectTo("postgres").getConnection()) {
                directory = ask(connection, "SHOW data_directory");
                url = connection.getMetaData().getURL();
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(Path.of(directory)).isDirectory();
        }
        assertThat(Path.of(directory).getParent()).doesNotExist();
    }

    @Test
    void a_kept_database_is_reached_by_the_printed_command_while_the_server_runs_and_after() throws Exception {
        Access access;
        String directory;
        try (Server server = new EmbeddedPostgreSql().start(REQUEST)) {
            server.databases().create("fk_kept");
            try (Connection connection = server.connectTo("fk_kept").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE evidence AS SELECT 'here' AS it");
                directory = ask(connection, "SHOW data_directory");
            }
            access = server.keep("fk_kept");
            assertThat(run(access.command() + " -Atc 'SELECT it FROM evidence'"))
                    .isEqualToIgnoringWhitespace("here");
        }
        try {
            assertThat(run(access.command() + " -Atc 'SELECT it FROM evidence'"))
                    .isEqualToIgnoringWhitespace("here");
            assertThat(Path.of(directory).resolve("postmaster.pid")).doesNotExist();
        } finally {
            run("rm -r " + Path.of(directory).getParent());
        }
    }
}
