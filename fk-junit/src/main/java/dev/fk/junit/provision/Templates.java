package dev.fk.junit.provision;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What blueprints build, once for this process or, if it is to be shared, once for all who are on the server: the name says
 * what is in it, a lock of that name is held while it is built, and it counts only once it is complete.
 */
final class Templates {
    private final Workshop workshop;
    private final DatabaseFactory databases;
    private final Tenancy tenancy;
    private final Reuse reuse;

    Templates(Workshop workshop, Tenancy tenancy, Reuse reuse) {
        this.workshop = workshop;
        this.databases = workshop.server().databases();
        this.tenancy = tenancy;
        this.reuse = reuse;
    }

    /** The database that this blueprint has built, now or before. */
    String of(Blueprint blueprint) throws SQLException {
        Optional<String> shared = reuse == Reuse.NONE || !workshop.server().isShared()
                ? Optional.empty()
                : blueprint.fingerprint().map(Templates::name);
        if (shared.isEmpty()) {
            return build(blueprint, workshop.newName());
        }
        String name = shared.get();
        ServerLock lock = databases.lock(name);
        try {
            if (!databases.isFrozen(name)) {
                databases.drop(name); // half made by somebody who was killed
                build(blueprint, name);
            }
        } finally {
            lock.close();
        }
        return name;
    }

    private static String name(String fingerprint) {
        return "fk_template_"
                + UUID.nameUUIDFromBytes(fingerprint.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    private String build(Blueprint blueprint, String name) throws SQLException {
        boolean created = false;
        boolean complete = false;
        try {
            databases.create(name);
            created = true;
            try (ConnectionPool connections = workshop.connections(name)) {
                blueprint.build(connections.dataSource());
            }
            databases.freeze(name);
            complete = true;
            return name;
        } finally {
            if (created && !complete) {
                workshop.drop(name);
            }
        }
    }

    /** Drops those that nobody else needs, now or later. */
    void discard(List<String> names) throws SQLException {
        for (String name : names) {
            if (!name.startsWith("fk_template_")) {
                databases.drop(name);
            } else if (reuse != Reuse.RUNS) {
                ServerLock lock = databases.lock(name);
                try {
                    if (!tenancy.hasCompany()) {
                        databases.drop(name);
                    }
                } finally {
                    lock.close();
                }
            }
        }
    }
}
