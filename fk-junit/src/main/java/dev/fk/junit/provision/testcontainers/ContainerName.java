package dev.fk.junit.provision.testcontainers;

import dev.fk.junit.provision.ServerKind;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** What a container of ours is called, and by whom it was started. */
record ContainerName(String value) {
    /** The process that needs the container, as {@code id@where}. */
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
        return Map.of(OWNER, ProcessHandle.current().pid() + "@" + where());
    }

    /**
     * Where process ids mean what they mean here: this host, and on Linux this namespace, because a container numbers its
     * processes anew. Empty if that cannot be said.
     */
    static String where() {
        try {
            Path namespace = Path.of("/proc/self/ns/pid");
            return InetAddress.getLocalHost().getHostName()
                    + (Files.isSymbolicLink(namespace) ? " " + Files.readSymbolicLink(namespace) : "");
        } catch (IOException e) {
            return "";
        }
    }
}
