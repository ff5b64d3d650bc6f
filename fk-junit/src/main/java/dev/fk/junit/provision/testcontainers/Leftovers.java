package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.fk.junit.provision.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Containers of ours that nobody needs any more: kept ones after a day, or when there are later ones, and those of processes
 * that were killed before they held the {@link Lifeline}. One that is shared may have outlived who started it.
 * Testcontainers' own cleaner (Ryuk) would remove the kept ones with the rest, so it does not get to know ours.
 */
record Leftovers(DockerClient docker) {
    private static final Duration KEPT_FOR = Duration.ofDays(1);

    /** Of each kind of server: they run on, and who works on a test that fails runs it often. */
    static final int KEPT_AT_MOST = 3;

    void remove() {
        Instant longAgo = Instant.now().minus(KEPT_FOR);
        Map<String, Integer> kept = new HashMap<>();
        // the latest first, as Docker has them
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
            boolean wanted = name.isKept() && kept.merge(name.kind(), 1, Integer::sum) <= KEPT_AT_MOST;
            if (!isHeld(each) && (old || (!wanted && Owner.parse(owner).gone()))) {
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
