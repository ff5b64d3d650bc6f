package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Libraries;
import dev.fk.junit.provision.Provisioner;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.server.JdbcDriver;
import dev.fk.junit.provision.server.ServerKind;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Starts a server in a container. Loads no class of Testcontainers before it is used. */
@API(status = Status.INTERNAL)
public final class Containers implements Provisioner {
    private static final String LIBRARY = "org.testcontainers.DockerClientFactory";

    @Override
    public String name() {
        return "container";
    }

    @Override
    public Availability available(ServerRequest request) {
        Optional<ServerKind> kind = ServerKind.of(request);
        if (kind.isEmpty()) {
            return ServerKind.unknown(request);
        }
        if (!Libraries.present(LIBRARY)) {
            return Availability.no(
                    "Testcontainers is not on the class path.", "Add org.testcontainers:testcontainers in scope test.");
        }
        if (kind.get().driver().isEmpty()) {
            return kind.get().driverMissing();
        }
        return DockerProbe.here().ask();
    }

    @Override
    public Server start(ServerRequest request) {
        ServerKind kind = ServerKind.of(request).orElseThrow();
        Recipe recipe = Recipe.of(kind);
        JdbcDriver driver = kind.driver().orElseThrow();
        return ContainerServer.start(
                recipe, request.setting("image").orElse(recipe.image()), driver, Reuse.of(request));
    }
}
