package dev.fk.examples.oracles;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Why a copy made from a reading alone is not read the same; where no deviation is listed, it is. */
enum Deviation {
    SEQUENCES("a default asks a sequence that belongs to no column, and those are no part of a schema:"
            + " the copy gets it from the script");

    private static final Map<String, Set<Deviation>> OF_POSTGRESQL =
            Map.of("spring-integration", EnumSet.of(SEQUENCES));

    private final String reason;

    Deviation(String reason) {
        this.reason = reason;
    }

    static Set<Deviation> of(PublishedSchema schema, Engine engine) {
        return engine.isPostgres() ? OF_POSTGRESQL.getOrDefault(schema.name(), Set.of()) : Set.of();
    }

    @Override
    public String toString() {
        return reason;
    }
}
