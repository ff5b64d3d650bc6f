package dev.fk.junit.provision;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The numbers that a server has given to the sessions of our pools, by database. Thread-safe. */
@API(status = Status.INTERNAL)
public final class Sessions {
    private final Map<String, Set<Long>> byDatabase = new ConcurrentHashMap<>();

    public Sessions() {}

    public void add(String database, long session) {
        byDatabase
                .computeIfAbsent(database, name -> ConcurrentHashMap.newKeySet())
                .add(session);
    }

    public Set<Long> of(String database) {
        return byDatabase.getOrDefault(database, Set.of());
    }

    public void forget(String database) {
        byDatabase.remove(database);
    }
}
