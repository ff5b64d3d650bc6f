package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerStartException;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.Location;
import java.io.IOException;
import java.lang.System.Logger.Level;
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

    ContainerServer(Recipe recipe, Container container, Optional<Lifeline> lifeline, Location location, boolean shared)
            throws SQLException {
        this.recipe = recipe;
        this.container = container;
        this.lifeline = lifeline;
        this.location = location;
        this.shared = shared;
        this.databases = recipe.kind().databasesOfOurs(location.admin());
        // others have hooks as well, and want a database in them: what ends by itself afterwards is not ended now
        if (lifeline.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(atExit);
        }
    }

    static Server start(Recipe recipe, String image, JdbcDriver driver, Reuse reuse) {
        try {
            // not the factory's own client: it starts a cleaner first, and tries for minutes to pull that one's image
            DockerClient docker = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            new Leftovers(docker).remove();
            Image found = new Images(docker, recipe.kind()).provide(image);
            ContainerHost host = ContainerHost.here();
            ContainerStart start = new ContainerStart(docker, recipe, found, host, driver);
            return reuse == Reuse.NONE ? start.alone() : start.shared();
        } catch (DockerException | DockerClientException | IllegalStateException | IOException | SQLException e) {
            throw e instanceof ServerStartException known ? known : failure(image, e);
        }
    }

    private static ServerStartException failure(String image, Throwable e) {
        return new ServerStartException("The container of " + image + " does not start: " + e.getMessage(), e);
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
                        "The container runs on: docker rm -fv " + name + " removes it, as fk does after a day, or when "
                                + Leftovers.KEPT_AT_MOST + " more runs have left one."));
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
