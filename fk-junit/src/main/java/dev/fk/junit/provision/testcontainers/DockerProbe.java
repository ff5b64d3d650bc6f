package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Availability;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * Asks Docker whether it is there before Testcontainers does, which takes half a minute to find out that it is not, and
 * does not say why.
 */
record DockerProbe(List<DockerEndpoint> endpoints, Duration patience) {
    private static final Duration PATIENCE = Duration.ofMillis(1800);

    DockerProbe {
        endpoints = List.copyOf(endpoints);
    }

    static DockerProbe here() {
        return new DockerProbe(DockerEndpoint.all(System.getenv(), System.getProperty("user.home")), PATIENCE);
    }

    /** Whether one of the endpoints answers, in the order in which Testcontainers tries them. */
    Availability ask() {
        long end = System.nanoTime() + patience.toNanos();
        List<String> reasons = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        for (DockerEndpoint endpoint : endpoints) {
            try {
                String answer = endpoint.ping(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                if (answer.isEmpty() || answer.matches("HTTP/1\\.[01] 200\\b.*")) {
                    return Availability.yes();
                }
                reasons.add(endpoint + " is not Docker: it answers '" + answer + "'");
                remedies.add(
                        endpoint.origin().equals(DockerEndpoint.USUAL)
                                ? "Set DOCKER_HOST to where Docker is."
                                : "Correct " + endpoint.origin() + ".");
            } catch (TimeoutException e) {
                reasons.add(endpoint + " does not answer within two seconds");
                remedies.add("Docker hangs: restart it.");
            } catch (IOException e) {
                reasons.add(endpoint + reason(e));
                remedies.add(remedy(endpoint, e));
            }
        }
        return Availability.no(
                String.join("; ", reasons) + ".",
                String.join(" ", remedies.stream().distinct().toList()));
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return " does not exist";
        }
        return " cannot be reached: " + e.getMessage();
    }

    private static String remedy(DockerEndpoint endpoint, IOException e) {
        if (String.valueOf(e.getMessage()).contains("Permission denied")) {
            return "Let this user use Docker: usermod -aG docker " + System.getProperty("user.name")
                    + ", and log in again.";
        }
        if (endpoint.origin().equals(DockerEndpoint.USUAL)) {
            return "Start Docker, or set DOCKER_HOST if it is elsewhere.";
        }
        return "Start Docker, or correct " + endpoint.origin() + ".";
    }

    /** For tests. */
    static DockerProbe of(Map<String, String> environment, String home) {
        return new DockerProbe(DockerEndpoint.all(environment, home), PATIENCE);
    }
}
