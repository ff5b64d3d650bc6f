package dev.fk.core.testing;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;

/**
 * Where a server in a container is reached: at the container's own address if there is a way to it, as from the machine that
 * Docker runs on. Behind a published port, a process of Docker copies each packet: an eighth of the time of all tests.
 */
final class Address {
    private static final int MILLISECONDS = 500;

    private Address() {}

    /** {@code 172.17.0.2:3306}. */
    static String of(GenericContainer<?> container, int port) {
        return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress)
                .flatMap(Stream::ofNullable)
                .filter(address -> answers(address, port))
                .map(address -> address + ":" + port)
                .findFirst()
                .orElseGet(() -> container.getHost() + ":" + container.getMappedPort(port));
    }

    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), MILLISECONDS);
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }
}
