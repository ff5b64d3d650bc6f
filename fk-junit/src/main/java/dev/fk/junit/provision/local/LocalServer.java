package dev.fk.junit.provision.local;

import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Readiness;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.Location;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A server process that lives as long as this JVM. */
@API(status = Status.INTERNAL)
public final class LocalServer implements Server {
    private final Location location;
    private final KeptServer kept;
    private final RunningServer running;
    private final boolean shared;
    private final DatabaseFactory databases;
    private final Thread atExit = new Thread(this::exit, "fk-server-exit");
    private final AtomicBoolean stopped = new AtomicBoolean();

    private LocalServer(Location location, ServerFiles files, Programs programs, RunningServer running, boolean shared)
            throws SQLException {
        this.location = location;
        this.kept = new KeptServer(Engine.of(location.kind()), programs, files, location);
        this.running = running;
        this.shared = shared;
        this.databases = location.kind().databasesOfOurs(location.admin());
        // others have hooks as well, and want a database in them: what ends by itself afterwards is not ended now
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Makes a data directory and runs the server on it; if JVMs are to share one, and there is one, takes that.
     *
     * @throws IOException with the server's last words, if it does not start
     */
    public static Server start(ServerKind kind, JdbcDriver driver, Programs programs, Reuse reuse) throws IOException {
        if (reuse == Reuse.NONE || !Supervisor.possible()) {
            return start(kind, driver, programs, false);
        }
        Rendezvous rendezvous = Rendezvous.of(Engine.of(kind), programs, Cache.ofThisUser());
        return rendezvous.alone(() -> {
            Optional<ServerFiles> last = rendezvous.last();
            Optional<Server> joined = last.isPresent() ? join(kind, driver, programs, last.get()) : Optional.empty();
            if (joined.isPresent()) {
                return joined.get();
            }
            LocalServer server = start(kind, driver, programs, true);
            server.kept.files().announce(server.location);
            rendezvous.announce(server.kept.files());
            return server;
        });
    }

    private static Optional<Server> join(ServerKind kind, JdbcDriver driver, Programs programs, ServerFiles files)
            throws IOException {
        Optional<Supervisor> supervisor = Supervisor.join(files);
        if (supervisor.isEmpty()) {
            return Optional.empty();
        }
        RunningServer running = RunningServer.shared(supervisor.get());
        boolean joined = false;
        try {
            Server server = new LocalServer(files.announced(kind, driver), files, programs, running, true);
            joined = true;
            return Optional.of(server);
        } catch (SQLException dying) {
            return Optional.empty();
        } finally {
            if (!joined) {
                running.end().end();
            }
        }
    }

    private static LocalServer start(ServerKind kind, JdbcDriver driver, Programs programs, boolean shared)
            throws IOException {
        ServerFiles files = ServerFiles.create(kind);
        boolean running = false;
        try {
            LocalServer server = start(kind, driver, programs, files, shared);
            running = true;
            return server;
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            if (!running) {
                files.delete();
            }
        }
    }

    private static LocalServer start(
            ServerKind kind, JdbcDriver driver, Programs programs, ServerFiles files, boolean shared)
            throws IOException, SQLException {
        Engine engine = Engine.of(kind);
        Prepared prepared = Prepared.of(engine, programs, Cache.ofThisUser(), files);
        prepared.copyTo(files, engine.lookedAtLast());
        int port = freePort();
        Password password = engine.configure(programs, prepared.files(), files, port);
        Location location = new Location(kind, driver, "127.0.0.1", port, password);
        RunningServer running = shared
                ? RunningServer.shared(Supervisor.start(engine, programs, files))
                : RunningServer.start(engine, programs, files);
        boolean ready = false;
        try {
            prepared.copyLast(files, engine.lookedAtLast());
            try (Connection connection = Readiness.await(location.admin(), running.alive())) {
                location = location.changePassword(connection, Password.random());
            }
            running = running.until(prepared.store());
            LocalServer server = new LocalServer(location, files, programs, running, shared);
            ready = true;
            return server;
        } catch (SQLException e) {
            // before it ends, and its log with it
            String words = files.lastWords();
            throw new SQLException(e.getMessage() + "\n" + words + Obstacles.of(words), e);
        } finally {
            if (!ready) {
                running.end().end();
            }
        }
    }

    @Override
    public boolean isShared() {
        return shared;
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

    @Override
    public DataSource connectTo(String database) {
        return location.connectTo(database);
    }

    @Override
    public Access keep(String database) {
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
        Eviction.ofThisUser();
    }

    private void stop() {
        if (!stopped.getAndSet(true)) {
            end(running.end());
        }
    }

    private void exit() {
        if (!stopped.get()) {
            end(running.atExit());
        }
    }

    private void end(RunningServer.End end) {
        try {
            end.end();
        } catch (IOException e) {
            System.getLogger(LocalServer.class.getName())
                    .log(
                            Level.WARNING,
                            "The " + location.kind().product() + " that fk started did not stop: " + e.getMessage());
        }
    }
}
