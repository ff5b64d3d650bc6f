package dev.fk.junit.provision.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.Availability;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
@Timeout(20)
class DockerProbeTest {
    @TempDir
    Path home;

    private String ask(String dockerHost) {
        long start = System.nanoTime();
        String answer = DockerProbe.of(Map.of("DOCKER_HOST", dockerHost), home.toString())
                .ask()
                .accept(new Text());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        return answer;
    }

    private record Text() implements Availability.Visitor<String> {
        @Override
        public String available(Availability.Available yes) {
            return "yes";
        }

        @Override
        public String unavailable(Availability.Unavailable no) {
            return no.reason() + "\n" + no.remedy();
        }
    }

    @Test
    void absent() {
        assertThat(ask("unix://" + home + "/docker.sock"))
                .isEqualTo("unix://" + home + "/docker.sock does not exist.\nStart Docker, or correct DOCKER_HOST.");
    }

    @Test
    void a_socket_that_nobody_listens_on_any_more() throws IOException {
        Path socket = home.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(ask("unix://" + socket))
                .isEqualTo("unix://" + socket + " cannot be reached: Connection refused.\nStart Docker, or correct"
                        + " DOCKER_HOST.");
    }

    @Test
    void a_socket_that_never_answers() throws IOException {
        Path socket = home.resolve("docker.sock");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(ask("unix://" + socket))
                    .isEqualTo("unix://" + socket + " does not answer within two seconds.\nDocker hangs: restart it.");
        }
    }

    @Test
    void something_else_that_answers() throws Exception {
        assertThat(answered("HTTP/1.1 400 Bad Request\r\n\r\n"))
                .matches("(?s)tcp://127.0.0.1:\\d+ is not Docker: it answers 'HTTP/1.1 400 Bad Request'\\.\n"
                        + "Correct DOCKER_HOST\\.");
    }

    @Test
    void one_that_answers_as_docker_does() throws Exception {
        assertThat(answered("HTTP/1.0 200 OK\r\n\r\nOK")).isEqualTo("yes");
    }

    private String answered(String text) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> {
                try (Socket socket = server.accept()) {
                    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read(new byte[1000]);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            String answer = ask("tcp://127.0.0.1:" + server.getLocalPort());
            answering.get();
            return answer;
        }
    }

    @Test
    void what_testcontainers_does_not_speak() {
        assertThat(ask("ssh://me@docker"))
                .isEqualTo("ssh://me@docker cannot be reached: Testcontainers knows unix, tcp and npipe, not ssh.\n"
                        + "Start Docker, or correct DOCKER_HOST.");
    }

    @Test
    void the_configuration_of_testcontainers_counts() throws IOException {
        Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=unix://" + home + "/mine.sock\n");
        assertThat(DockerProbe.of(Map.of(), home.toString()).ask().accept(new Text()))
                .startsWith("unix://" + home + "/mine.sock does not exist.");
    }
}
