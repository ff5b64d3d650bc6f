package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.fk.junit.provision.Password;
import dev.fk.junit.provision.Readiness;
import dev.fk.junit.provision.local.Cache;
import dev.fk.junit.provision.local.FileMutex;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.Location;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs a container, or joins one that others run. */
record ContainerStart(DockerClient docker, Recipe recipe, Image image, ContainerHost host, JdbcDriver driver) {
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
        Container container = Container.create(docker, recipe, image, sharedAs, host.listenOn(), first, lasting);
        Optional<Lifeline> lifeline = Optional.empty();
        boolean ready = false;
        try {
            container.start();
            lifeline = Lifeline.hold(docker, container.id());
            Location location = location(container, first);
            try (Connection connection = await(container, location.admin())) {
                location = location.changePassword(connection, lasting);
            }
            ContainerServer server = new ContainerServer(recipe, container, lifeline, location, sharedAs.isPresent());
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

    private static Connection await(Container container, DataSource admin) throws SQLException {
        try {
            return Readiness.await(admin, container::running);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + container.lastWords(), e);
        }
    }
}
