package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Availability;
import dev.fk.junit.provision.Reuse;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.ServerRequest;
import dev.fk.junit.provision.server.ServerKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * One container for each kind of server, for all tests that ask. Without Docker they abort with its reason, or fail if
 * {@code -Dfk.require.servers=true} wants servers.
 */
public final class Docker implements AutoCloseable {
    private static final String COUNTING = "mysql that counts";

    private final Map<Object, Server> servers = new ConcurrentHashMap<>();

    private Docker() {}

    /** Add to a test class; its methods may then have a parameter of type {@link Docker}. */
    public static final class Needed implements BeforeAllCallback, ParameterResolver {
        @Override
        public void beforeAll(ExtensionContext context) {
            DockerProbe.here().ask().accept(new Answer());
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Docker.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(Docker.class))
                    .getOrComputeIfAbsent(Docker.class, type -> new Docker(), Docker.class);
        }
    }

    private record Answer() implements Availability.Visitor<Boolean> {
        @Override
        public Boolean available(Availability.Available yes) {
            return true;
        }

        @Override
        public Boolean unavailable(Availability.Unavailable no) {
            if (Boolean.getBoolean("fk.require.servers")) {
                throw new IllegalStateException("-Dfk.require.servers=true asks for Docker, but " + no.reason());
            }
            System.out.println("aborted: " + no.reason());
            throw new TestAbortedException(no.reason());
        }
    }

    public Server server(ServerKind kind) {
        return servers.computeIfAbsent(kind, key -> start(kind));
    }

    /** A MySQL with its Performance Schema, which fk turns off where it starts one. */
    public Server counting() {
        return servers.computeIfAbsent(COUNTING, key -> {
            Recipe recipe = Recipe.of(ServerKind.MYSQL);
            List<String> command = recipe.command().stream()
                    .map(argument -> argument.replace("performance-schema=OFF", "performance-schema=ON"))
                    .toList();
            return ContainerServer.start(
                    recipe.with(command),
                    image(ServerKind.MYSQL),
                    ServerKind.MYSQL.driver().orElseThrow(),
                    Reuse.NONE);
        });
    }

    static Server start(ServerKind kind) {
        return new Containers()
                .start(new ServerRequest(kind.dialect(), Optional.empty(), Map.of("image", image(kind))));
    }

    /** Another one: {@code -Dfk.postgresql.image=postgres:15}. */
    static String image(ServerKind kind) {
        return System.getProperty(
                "fk." + kind.dialect() + ".image", Recipe.of(kind).image());
    }

    /** Where Testcontainers finds published ports: not on this machine's loopback interface if the tests run in a container. */
    static ContainerHost host() {
        return ContainerHost.here();
    }

    /** What a command says, errors included. */
    static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Override
    public void close() {
        servers.values().forEach(server -> {
            server.databases().close();
            server.close();
        });
    }
}
