package dev.fk.junit.provision.testcontainers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Where Docker may be.
 *
 * @param origin who says so; {@link #USUAL} if nobody does
 * @param encrypted whether it wants TLS, so that a connection is all that can be tried here
 */
record DockerEndpoint(URI uri, String origin, boolean encrypted) {
    static final String USUAL = "Docker's default";

    private static final String REQUEST = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    /** What is configured, alone; otherwise the sockets that are there; if none is, the usual one. */
    static List<DockerEndpoint> all(Map<String, String> environment, String home) {
        String host = environment.getOrDefault("DOCKER_HOST", "");
        if (!host.isEmpty()) {
            return List.of(of(host, "DOCKER_HOST", environment));
        }
        String configured = configured(Path.of(home, ".testcontainers.properties"));
        if (!configured.isEmpty()) {
            return List.of(of(configured, "docker.host in ~/.testcontainers.properties", environment));
        }
        if (System.getProperty("os.name").startsWith("Windows")) {
            return List.of(of("npipe:////./pipe/docker_engine", USUAL, environment));
        }
        List<DockerEndpoint> usual = Stream.of(
                        "/var/run/docker.sock",
                        environment.getOrDefault("XDG_RUNTIME_DIR", "/run/user/0") + "/docker.sock",
                        home + "/.docker/run/docker.sock",
                        home + "/.docker/desktop/docker.sock")
                .map(path -> of("unix://" + path, USUAL, environment))
                .toList();
        List<DockerEndpoint> there = usual.stream()
                .filter(e -> Files.exists(Path.of(e.uri().getPath())))
                .toList();
        return there.isEmpty() ? usual.subList(0, 1) : there;
    }

    private static DockerEndpoint of(String uri, String origin, Map<String, String> environment) {
        return new DockerEndpoint(
                URI.create(uri), origin, uri.startsWith("https:") || "1".equals(environment.get("DOCKER_TLS_VERIFY")));
    }

    private static String configured(Path file) {
        Properties properties = new Properties();
        if (Files.isReadable(file)) {
            try (InputStream stream = Files.newInputStream(file)) {
                properties.load(stream);
            } catch (IOException e) {
                return ""; // Testcontainers will say so, if it needs it
            }
        }
        return properties.getProperty("docker.host", "");
    }

    /**
     * The first line of the answer; empty if there is no way to ask but a connection is to be had.
     *
     * @throws TimeoutException if nothing comes in time
     */
    String ping(Duration patience) throws IOException, TimeoutException {
        // on a thread of its own, because neither name resolution nor a connection attempt can be limited in time
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> complete(answer), "fk-docker-ping");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            asking.interrupt(); // closes the channel
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException();
        }
    }

    private void complete(CompletableFuture<String> answer) {
        try {
            answer.complete(ask());
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    private String ask() throws IOException {
        if ("npipe".equals(uri.getScheme())) {
            return pipe();
        }
        try (SocketChannel channel = SocketChannel.open(address())) {
            if (encrypted) {
                return "";
            }
            channel.write(ByteBuffer.wrap(REQUEST.getBytes(StandardCharsets.US_ASCII)));
            String line = new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "(nothing)" : line;
        }
    }

    private SocketAddress address() throws IOException {
        String scheme = String.valueOf(uri.getScheme());
        switch (scheme) {
            case "unix":
                Path path = Path.of(uri.getPath());
                if (!Files.exists(path)) {
                    throw new NoSuchFileException(path.toString());
                }
                return UnixDomainSocketAddress.of(path);
            case "tcp", "http", "https":
                InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
                if (address.isUnresolved()) {
                    throw new ProtocolException("the host " + uri.getHost() + " is unknown");
                }
                return address;
            default:
                throw new ProtocolException("Testcontainers knows unix, tcp and npipe, not " + scheme);
        }
    }

    private String pipe() throws NoSuchFileException {
        String path = uri.getPath().replace('/', '\\');
        if (!Files.exists(Path.of(path))) {
            throw new NoSuchFileException(path);
        }
        return "";
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
