package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Containers of ours that nobody needs any more: those of processes that were killed, and kept ones after a day.
 * Testcontainers' own cleaner (Ryuk) would remove the kept ones with the rest, so it does not get to know ours.
 */
record Leftovers(DockerClient docker) {
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    void remove() {
        Instant longAgo = Instant.now().minus(KEPT_FOR);
        String here = ContainerName.where();
        for (com.github.dockerjava.api.model.Container each : docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(ContainerName.OWNER))
                .exec()) {
            ContainerName name = new ContainerName(each.getNames()[0].substring(1));
            String owner = each.getLabels().getOrDefault(ContainerName.OWNER, "");
            if (Instant.ofEpochSecond(each.getCreated()).isBefore(longAgo)
                    || (!name.isKept() && orphaned(owner, here))) {
                new Container(docker, each.getId(), name).remove();
            }
        }
    }

    /** Whether a process lives is known where it runs; elsewhere, a day has to pass. */
    private static boolean orphaned(String owner, String here) {
        String[] parts = owner.split("@", 2);
        return parts.length == 2
                && !here.isEmpty()
                && parts[1].equals(here)
                && ProcessHandle.of(Long.parseLong(parts[0])).isEmpty();
    }
}
