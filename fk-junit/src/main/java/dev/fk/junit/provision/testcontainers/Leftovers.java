package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.fk.junit.provision.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Containers of ours that nobody needs any more: kept ones after a day, and those of processes that were killed before they
 * held the {@link Lifeline}. One that is shared may have outlived who started it.
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
            boolean old = Instant.ofEpochSecond(each.getCreated()).isBefore(longAgo);
            if (!isHeld(each) && (old || (!name.isKept() && Owner.parse(owner).gone()))) {
                new Container(docker, each.getId(), name).remove();
            }
        }
    }

    /** Whether somebody has a process in one that is shared. */
    private boolean isHeld(com.github.dockerjava.api.model.Container container) {
        if (!container.getLabels().containsKey(ContainerName.SHARED)) {
            return false;
        }
        try {
            List<String> processes =
                    docker.inspectContainerCmd(container.getId()).exec().getExecIds();
            return processes != null && !processes.isEmpty();
        } catch (NotFoundException gone) {
            return false;
        }
    }
}
