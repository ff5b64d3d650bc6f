package dev.fk.junit.provision.testcontainers;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import java.util.List;
import java.util.Optional;

/**
 * An image that is on this machine.
 *
 * @param id what is the same only for the same content
 * @param entryPoint what its containers begin with
 */
record Image(String name, String id, List<String> entryPoint) {
    static Image of(String name, InspectImageResponse found) {
        List<String> entryPoint = Optional.ofNullable(found.getConfig())
                .map(ContainerConfig::getEntrypoint)
                .map(List::of)
                .orElse(List.of());
        return new Image(name, String.valueOf(found.getId()), entryPoint);
    }

    @Override
    public String toString() {
        return name;
    }
}
