package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import dev.fk.junit.provision.Owner;
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
        for (com.github.dockerjava.api.model.Container each : docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(ContainerName.OWNER))
                .exec()) {
            if (each.getNames() == null || each.getNames().length == 0) {
                continue; // another process is removing it
            }
            ContainerName name = new ContainerName(each.getNames()[0].substring(1));
            String owner = each.getLabels().getOrDefault(ContainerName.OWNER, "");
            if (Instant.ofEpochSecond(each.getCreated()).isBefore(longAgo)
                    || (!name.isKept() && Owner.parse(owner).gone())) {
                new Container(docker, each.getId(), name).remove();
            }
        }
    }
}
