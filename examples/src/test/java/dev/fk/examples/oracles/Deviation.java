package dev.fk.examples.oracles;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Why a copy made from a reading alone is not read the same; where no deviation is listed, it is. */
enum Deviation {
    SEQUENCES("a default asks a sequence that belongs to no column, and those are no part of a schema:"
            + " the copy gets it from the script"),
    OWN_WORDS("PostgreSQL casts an array in the text it reports, and its elements when it is told that text (pg_dump"
            + " has the same effect): the copy is compared with the reading in the words the server has for it");

    private static final Map<String, Set<Deviation>> OF_POSTGRESQL =
            Map.of("spring-integration", EnumSet.of(SEQUENCES), "spring-ai", EnumSet.of(OWN_WORDS));

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
