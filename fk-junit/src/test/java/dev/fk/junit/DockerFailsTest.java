package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.testcontainers.Docker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a run says, and how soon, when Docker does not do its part. */
@Tag("thorough")
@Timeout(60)
@Execution(ExecutionMode.SAME_THREAD) // each measures how long it takes
class DockerFailsTest {
    /** Two seconds for Docker to answer, and some more on a machine that does other things as well. */
    private static final Duration SOON = Duration.ofSeconds(10);

    /** Until Docker was asked through Testcontainers and has asked the registry. */
    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(40);

    @TempDir
    Path home;

    private String run(Map<String, String> environment, String... properties) throws Exception {
        return run(SOON, environment, properties);
    }

    private String run(Duration atMost, Map<String, String> environment, String... properties) throws Exception {
        Map<String, String> all =
                new HashMap<>(Map.of("user.home", home.toString(), "fk.provider", "container", "fk.dialect", "mysql"));
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        OtherJvm.Outcome outcome = OtherJvm.run(environment, List.of("DOCKER_TLS_VERIFY"), all);
        assertThat(outcome.took()).isLessThan(atMost);
        return outcome.message()
                .replace(home.toString(), "{home}")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:{port}");
    }

    @Test
    void stopped() throws Exception {
        Golden.verify("docker/stopped.txt", run(Map.of("DOCKER_HOST", "unix://" + home + "/docker.sock")));
    }

    /** Its socket is still there. */
    @Test
    void crashed() throws Exception {
        Path socket = home.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        Golden.verify("docker/crashed.txt", run(Map.of("DOCKER_HOST", "unix://" + socket)));
    }

    @Test
    void hanging_behind_a_socket() throws Exception {
        Path socket = home.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Golden.verify("docker/hanging-socket.txt", run(Map.of("DOCKER_HOST", "unix://" + socket)));
        }
    }

    @Test
    void hanging_behind_a_port() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Golden.verify(
                    "docker/hanging-port.txt", run(Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + server.getLocalPort())));
        }
    }

    /** Left behind by an installation that is gone, or mistyped. */
    @Test
    void half_configured() throws Exception {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=unix://" + home + "/gone.sock\n");
        OtherJvm.Outcome outcome = OtherJvm.run(
                Map.of(),
                List.of("DOCKER_HOST", "DOCKER_TLS_VERIFY"),
                Map.of("user.home", home.toString(), "fk.provider", "container", "fk.dialect", "mysql"));
        Golden.verify("docker/half-configured.txt", outcome.message().replace(home.toString(), "{home}"));
    }

    @Tag("containers")
    @Nested
    @ExtendWith(Docker.Needed.class)
    class WithDocker {
        @Test
        void image_missing() throws Exception {
            String message = run(WITHIN_SECONDS, Map.of(), "fk.mysql.image", "mysql:0.0-nobody");
            Golden.verify(
                    "docker/image-missing.txt",
                    // what Docker says depends on whether it reaches a registry
                    message.replaceAll("(cannot be pulled:) .*", "$1 {what Docker says}")
                            .replaceAll("\nOr let the tests be aborted instead: .*", ""));
        }

        @Test
        void address_unknown() throws Exception {
            String message = run(WITHIN_SECONDS, Map.of("TESTCONTAINERS_HOST_OVERRIDE", "fk.invalid"));
            Golden.verify("docker/address-unknown.txt", message.replaceAll("fk.invalid: .*", "fk.invalid"));
        }

        @Test
        void image_of_no_such_name() throws Exception {
            Golden.verify("docker/image-name.txt", run(WITHIN_SECONDS, Map.of(), "fk.mysql.image", "My SQL"));
        }
    }

    @Test
    void all_of_it_is_one_message_with_the_reasons_of_the_others() throws Exception {
        String message = run(
                Map.of("DOCKER_HOST", "unix://" + home + "/docker.sock"),
                "fk.provider",
                "",
                "fk.mysql.home",
                home.toString());
        Golden.verify("docker/stopped-and-nothing-else.txt", message);
    }

    @Test
    void tests_are_aborted_on_request_just_as_soon() throws IOException, InterruptedException {
        OtherJvm.Outcome outcome = OtherJvm.run(
                Map.of("DOCKER_HOST", "unix://" + home + "/docker.sock"),
                List.of(),
                Map.of("fk.provider", "container", "fk.dialect", "mysql", "fk.when-unavailable", "abort"));
        assertThat(outcome.message()).isEmpty();
        assertThat(outcome.took()).isLessThan(SOON);
    }
}
