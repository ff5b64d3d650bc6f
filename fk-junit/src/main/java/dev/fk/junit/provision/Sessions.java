package dev.fk.junit.provision;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers that a server has given to the sessions of our pools, by database. Thread-safe. */
final class Sessions {
    private final Map<String, Set<Long>> byDatabase = new ConcurrentHashMap<>();

    void add(String database, long session) {
        byDatabase
                .computeIfAbsent(database, name -> ConcurrentHashMap.newKeySet())
                .add(session);
    }

    Set<Long> of(String database) {
        return byDatabase.getOrDefault(database, Set.of());
    }

    void forget(String database) {
        byDatabase.remove(database);
    }
}
