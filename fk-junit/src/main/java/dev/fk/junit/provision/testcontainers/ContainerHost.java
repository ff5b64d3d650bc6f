package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.ServerStartException;
import java.io.IOException;
import java.net.InetAddress;
import org.testcontainers.DockerClientFactory;

/** Where the published ports of containers are. */
record ContainerHost(String name, String listenOn) {
    /**
     * As Testcontainers says, which has to look for it where the tests run in a container. If Docker tells no gateway of its
     * network, as 20.10 does after it was started again, Testcontainers starts a container of alpine to see its route.
     */
    static ContainerHost here() {
        try {
            return of(DockerClientFactory.instance().dockerHostIpAddress());
        } catch (RuntimeException | IOException unknown) {
            throw new ServerStartException(
                    "The address at which the ports of containers are reached from here is not to be had: "
                            + unknown.getClass().getSimpleName() + ": " + unknown.getMessage()
                            + "\nName it in the environment, TESTCONTAINERS_HOST_OVERRIDE=172.17.0.1 for example: in a"
                            + " container, Testcontainers may want the image alpine to find it.",
                    unknown);
        }
    }

    private static ContainerHost of(String docker) throws IOException {
        boolean here = InetAddress.getByName(docker).isLoopbackAddress();
        return here ? new ContainerHost("127.0.0.1", "127.0.0.1") : new ContainerHost(docker, "0.0.0.0");
    }
}
