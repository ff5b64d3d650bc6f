package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.Owner;
import dev.fk.junit.provision.ServerKind;
import java.security.SecureRandom;
import java.util.Map;

/** What a container of ours is called, and by whom it was started. */
record ContainerName(String value) {
    /** The process that needs the container, as an {@link Owner} is written. */
    static final String OWNER = "dev.fk.owner";

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

    Map<String, String> labels() {
        return Map.of(OWNER, Owner.current().toString());
    }
}
