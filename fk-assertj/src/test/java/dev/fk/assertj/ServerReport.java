package dev.fk.assertj;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end how many tests ran on which servers: every test of this module asks one. */
public final class ServerReport implements TestExecutionListener {
    private final AtomicInteger tests = new AtomicInteger();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            tests.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        String running = Stream.of(Engine.values())
                .filter(Engine::isRunning)
                .map(e -> e.server().fixture().server().toString())
                .collect(Collectors.joining(", "));
        if (running.isEmpty()) {
            return;
        }
        try {
            Path folder = Files.createDirectories(Path.of("target/fk-servers"));
            Files.writeString(folder.resolve("assertj.txt"), running + "\t" + tests + " tests\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
