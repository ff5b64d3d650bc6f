package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import dev.fk.junit.provision.Access;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.JdbcDriver;
import dev.fk.junit.provision.Location;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Readiness;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerStartException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;

/** A server in a container that lives as long as this JVM, unless a database in it is kept. */
final class ContainerServer implements Server {
    private final Recipe recipe;
    private final Container container;
    private final Location location;
    private final DatabaseFactory databases;
    private final Thread atExit = new Thread(this::stop, "fk-container-stop");
    private final AtomicBoolean kept = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private ContainerServer(Recipe recipe, Container container, Location location) throws SQLException {
        this.recipe = recipe;
        this.container = container;
        this.location = location;
        this.databases = recipe.kind().databasesOfOurs(location.admin());
    }

    static Server start(Recipe recipe, String image, JdbcDriver driver) {
        try {
            // not the factory's own client: it starts a cleaner first, and tries for minutes to pull that one's image
            DockerClient docker = DockerClientProviderStrategy.getClientForConfig(
                    DockerClientFactory.instance().getTransportConfig());
            new Leftovers(docker).remove();
            String name = new Images(docker, recipe.kind()).provide(image);
            return run(docker, recipe, name, driver);
        } catch (DockerException | DockerClientException | IllegalStateException | IOException | SQLException e) {
            throw e instanceof ServerStartException known ? known : failure(image, e);
        }
    }

    private static ServerStartException failure(String image, Throwable e) {
        return new ServerStartException("The container of " + image + " does not start: " + e.getMessage(), e);
    }

    private static Server run(DockerClient docker, Recipe recipe, String image, JdbcDriver driver)
            throws IOException, SQLException {
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        boolean here = InetAddress.getByName(host).isLoopbackAddress();
        String listenOn = here ? "127.0.0.1" : "0.0.0.0";
        Password first = Password.random();
        Password lasting = Password.random();
        Container container = Container.create(docker, recipe, image, listenOn, first, lasting);
        boolean ready = false;
        try {
            container.start();
            Location location =
                    new Location(recipe.kind(), driver, here ? listenOn : host, container.port(recipe.port()), first);
            try (Connection connection = await(container, location.admin())) {
                location = location.changePassword(connection, lasting);
            }
            ContainerServer server = new ContainerServer(recipe, container, location);
            Runtime.getRuntime().addShutdownHook(server.atExit);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                container.remove();
            }
        }
    }

    private static Connection await(Container container, DataSource admin) throws SQLException {
        try {
            return Readiness.await(admin, container::running);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + container.lastWords(), e);
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
        if (stopped.getAndSet(true) || kept.get()) {
            return;
        }
        try {
            container.remove();
        } catch (DockerException | DockerClientException e) {
            System.getLogger(ContainerServer.class.getName())
                    .log(
                            Level.WARNING,
                            "The container " + container.name().value() + " is left behind: " + e.getMessage());
        }
    }
}
