package dev.fk.assertj;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Planted faults, on all servers at the same time: each of them is waited for most of it. */
@Tag("thorough")
class PlantedFaultsTest {
    private static final Map<Engine, Future<?>> RUNS = new EnumMap<>(Engine.class);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(Engine.values().length);

    @BeforeAll
    static void plant() {
        for (Engine engine : Engine.values()) {
            RUNS.put(engine, THREADS.submit(() -> {
                new PlantedFaults(engine).run();
                return engine;
            }));
        }
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void all_are_found_and_nothing_else(Engine engine) throws Throwable {
        try {
            RUNS.get(engine).get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
