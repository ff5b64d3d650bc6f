package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.JdbcDriver;
import dev.fk.junit.provision.Location;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Readiness;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.local.Cache;
import dev.fk.junit.provision.local.FileMutex;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** A server in a container that lives as long as this JVM, or the last of those that share it, unless a database in it is kept. */
final class ContainerServer implements Server {
    private final Recipe recipe;
    private final Container container;
    private final Optional<Lifeline> lifeline;
    private final Location location;
    private final boolean shared;
    private final DatabaseFactory databases;
    private final Thread atExit = new Thread(this::stop, "fk-container-stop");
    private final AtomicBoolean kept = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private ContainerServer(
            Recipe recipe, Container container, Optional<Lifeline> lifeline, Location location, boolean shared)
            throws SQLException {
        this.recipe = recipe;
        this.container = container;
        this.lifeline = lifeline;
        this.location = location;
        this.shared = shared;
        this.databases = recipe.kind().databasesOfOurs(location.admin());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static Server start(Recipe recipe, String image, JdbcDriver driver, Reuse reuse) {
        try {
            // not the factory's own client: it starts a cleaner first, and tries for minutes to pull that one's image
            DockerClient docker = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            new Leftovers(docker).remove();
            Image found = new Images(docker, recipe.kind()).provide(image);
            Host host = Host.of(DockerClientFactory.instance().dockerHostIpAddress());
            Start start = new Start(docker, recipe, found, host, driver);
            return reuse == Reuse.NONE ? start.alone() : start.shared();
        } catch (DockerException | DockerClientException | IllegalStateException | IOException | SQLException e) {
            throw e instanceof ServerStartException known ? known : failure(image, e);
        }
    }

    private static ServerStartException failure(String image, Throwable e) {
        return new ServerStartException("The container of " + image + " does not start: " + e.getMessage(), e);
    }

    /** Where the published ports of containers are. */
    private record Host(String name, String listenOn) {
        static Host of(String docker) throws IOException {
            boolean here = InetAddress.getByName(docker).isLoopbackAddress();
            return here ? new Host("127.0.0.1", "127.0.0.1") : new Host(docker, "0.0.0.0");
        }
    }

    /** All that it takes. */
    private record Start(DockerClient docker, Recipe recipe, Image image, Host host, JdbcDriver driver) {
        ContainerServer alone() throws IOException, SQLException {
            return run(Optional.empty());
        }

        /** One JVM at a time looks for the one that is there, and starts it if there is none. */
        ContainerServer shared() throws IOException, SQLException {
            String name = recipe.sharedAs(image);
            FileMutex mutex = new FileMutex(Cache.ofThisUser().shared().resolve(name + ".lock"));
            return mutex.alone(() -> {
                try {
                    Optional<Container> there = Container.shared(docker, name);
                    Optional<ContainerServer> joined = there.isPresent() ? join(there.get()) : Optional.empty();
                    return joined.isPresent() ? joined.get() : run(Optional.of(name));
                } catch (SQLException e) {
                    throw new IOException(e.getMessage(), e);
                }
            });
        }

        /** Empty if it is about to end. */
        private Optional<ContainerServer> join(Container container) throws IOException {
            Optional<Lifeline> lifeline = Lifeline.hold(docker, container.id());
            if (lifeline.isEmpty()) {
                return Optional.empty();
            }
            boolean joined = false;
            try {
                Location location = location(container, new Password(lifeline.get().password()));
                ContainerServer server = new ContainerServer(recipe, container, lifeline, location, true);
                joined = true;
                return Optional.of(server);
            } catch (SQLException | NotFoundException dying) {
                return Optional.empty();
            } finally {
                if (!joined) {
                    lifeline.get().close();
                }
            }
        }

        private ContainerServer run(Optional<String> sharedAs) throws SQLException {
            Password first = Password.random();
            Password lasting = Password.random();
            Container container =
                    Container.create(docker, recipe, image, sharedAs, host.listenOn(), first, lasting);
            Optional<Lifeline> lifeline = Optional.empty();
            boolean ready = false;
            try {
                container.start();
                lifeline = Lifeline.hold(docker, container.id());
                Location location = location(container, first);
                await(container, location.admin());
                ContainerServer server = new ContainerServer(
                        recipe, container, lifeline, location.changePassword(lasting), sharedAs.isPresent());
                ready = true;
                return server;
            } finally {
                if (!ready) {
                    container.remove();
                    lifeline.ifPresent(Lifeline::close);
                }
            }
        }

        private Location location(Container container, Password password) {
            return new Location(recipe.kind(), driver, host.name(), container.port(recipe.port()), password);
        }
    }

    private static void await(Container container, DataSource admin) throws SQLException {
        try {
            Readiness.await(admin, container::running);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + container.lastWords(), e);
        }
    }

    @Override
    public boolean isShared() {
        return shared;
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
        String name = kept.getAndSet(true)
                ? container.name().kept().value()
                : container.keep().name().value();
        return new Access(
                location.shownUrl(database),
                "docker exec -it " + name + " sh -c '" + recipe.client() + " " + database + "'",
                List.of(
                        "The password: docker exec " + name + " cat " + Recipe.PASSWORD_FILE,
                        "The container runs on: docker rm -fv " + name + " removes it, as fk does after a day."));
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException goingDown) {
            System.getLogger(ContainerServer.class.getName())
                    .log(Level.DEBUG, "The JVM is going down; the hook finds nothing left to do", goingDown);
        }
    }

    private void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        try {
            if (!kept.get() && !(shared && lifeline.isPresent())) {
                container.remove();
            }
        } catch (DockerException | DockerClientException e) {
            System.getLogger(ContainerServer.class.getName())
                    .log(
                            Level.WARNING,
                            "The container " + container.name().value() + " is left behind: " + e.getMessage());
        } finally {
            lifeline.ifPresent(Lifeline::close);
        }
    }
}
