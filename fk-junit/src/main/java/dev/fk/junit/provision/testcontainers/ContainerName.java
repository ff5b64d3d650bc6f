package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.server.ServerKind;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a container of ours is called, and by whom it was started. */
record ContainerName(String value) {
    /** The process that needs the container, as an {@link Owner} is written. */
    static final String OWNER = "dev.fk.owner";

    /** What is the same for all who may share the container; a container without it is its owner's alone. */
    static final String SHARED = "dev.fk.shared";

    private static final String PREFIX = "fk-";
    private static final String KEPT = "fk-kept-";

    static ContainerName create(ServerKind kind) {
        String chance = Long.toString(new SecureRandom().nextLong() >>> 20, Character.MAX_RADIX);
        return new ContainerName(PREFIX + kind.dialect() + "-" + chance);
    }

    ContainerName kept() {
        return isKept() ? this : new ContainerName(KEPT + value.substring(PREFIX.length()));
    }

    boolean isKept() {
        return value.startsWith(KEPT);
    }

    /** The dialect of the server in it. */
    String kind() {
        return value.substring((isKept() ? KEPT : PREFIX).length()).replaceAll("-.*", "");
    }

    static Map<String, String> labels(Optional<String> shared) {
        Map<String, String> labels = new HashMap<>(Map.of(OWNER, Owner.current().toString()));
        shared.ifPresent(s -> labels.put(SHARED, s));
        return labels;
    }
}
