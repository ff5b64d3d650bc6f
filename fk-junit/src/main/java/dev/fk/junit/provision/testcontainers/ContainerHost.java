package dev.fk.junit.provision.testcontainers;

import java.io.IOException;
import java.net.InetAddress;

/** Where the published ports of containers are. */
record ContainerHost(String name, String listenOn) {
    static ContainerHost of(String docker) throws IOException {
        boolean here = InetAddress.getByName(docker).isLoopbackAddress();
        return here ? new ContainerHost("127.0.0.1", "127.0.0.1") : new ContainerHost(docker, "0.0.0.0");
    }
}
