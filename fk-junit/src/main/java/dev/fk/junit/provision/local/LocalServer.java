package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.JdbcDriver;
import dev.fk.junit.provision.Location;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Readiness;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerKind;
import java.io.Closeable;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A server process that lives as long as this JVM. */
@API(status = Status.INTERNAL)
public final class LocalServer implements Server {
    private final Location location;
    private final ServerFiles files;
    private final KeptServer kept;
    private final Closeable process;
    private final DatabaseFactory databases;
    private final Thread atExit = new Thread(this::stop, "fk-server-stop");
    private final AtomicBoolean keep = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private LocalServer(Location location, ServerFiles files, Programs programs, Closeable process)
            throws SQLException {
        this.location = location;
        this.files = files;
        this.kept = new KeptServer(Engine.of(location.kind()), programs, files, location);
        this.process = process;
        this.databases = location.kind().databasesOfOurs(location.admin());
    }

    /**
     * Takes over a server that runs already: it ends with this JVM, and its files go with it.
     *
     * @param process ends the server
     */
    public static Server of(Location location, ServerFiles files, Programs programs, Closeable process)
            throws SQLException {
        LocalServer server = new LocalServer(location, files, programs, process);
        Runtime.getRuntime().addShutdownHook(server.atExit);
        return server;
    }

    /**
     * Makes a data directory and runs the server on it.
     *
     * @throws IOException with the server's last words, if it does not start
     */
    public static Server start(ServerKind kind, JdbcDriver driver, Programs programs) throws IOException {
        ServerFiles files = ServerFiles.create(kind);
        boolean running = false;
        try {
            Server server = start(kind, driver, programs, files);
            running = true;
            return server;
        } catch (IOException | SQLException e) {
            String words = files.lastWords();
            throw new IOException(e.getMessage() + "\n" + words + Obstacles.of(words), e);
        } finally {
            if (!running) {
                files.delete();
            }
        }
    }

    private static Server start(ServerKind kind, JdbcDriver driver, Programs programs, ServerFiles files)
            throws IOException, SQLException {
        Engine engine = Engine.of(kind);
        int port = freePort();
        Location first = new Location(kind, driver, "127.0.0.1", port, Password.random());
        engine.setUp(programs, files, port, first.password());
        Process process = new ProcessBuilder(engine.command(programs, files))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(files.log().toFile()))
                .start();
        boolean ready = false;
        try {
            Readiness.await(first.admin(), process::isAlive);
            Server server = of(
                    first.changePassword(Password.random()),
                    files,
                    programs,
                    () -> engine.stop(programs, files, process));
            ready = true;
            return server;
        } finally {
            if (!ready) {
                process.destroyForcibly();
            }
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public DatabaseFactory databases() {
        return databases;
    }

    @Override
    public DataSource connectTo(String database) {
        return location.connectTo(database);
    }

    @Override
    public Access keep(String database) {
        keep.set(true);
        return kept.access(database);
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException goingDown) {
            System.getLogger(LocalServer.class.getName())
                    .log(Level.DEBUG, "The JVM is going down; the hook finds nothing left to do", goingDown);
        }
    }

    private void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        try {
            process.close();
        } catch (IOException e) {
            System.getLogger(LocalServer.class.getName())
                    .log(
                            Level.WARNING,
                            "The " + location.kind().product() + " that fk started did not stop: " + e.getMessage());
        }
        if (!keep.get()) {
            files.delete();
        }
    }
}
