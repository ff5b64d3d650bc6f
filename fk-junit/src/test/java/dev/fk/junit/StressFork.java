package dev.fk.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A JVM that runs tests and says of each, at once, what became of it. */
record StressFork(Process process, BufferedReader output) {
    /** @param what a number of generated classes, or the name of one that is there */
    static StressFork start(String what, Map<String, String> parameters) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        parameters.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(StressFork.class.getName(), what));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new StressFork(process, process.inputReader(StandardCharsets.UTF_8));
    }

    List<String> restOfTheOutput() {
        return output.lines().toList();
    }

    public static void main(String[] arguments) {
        List<Class<?>> classes = arguments[0].matches("\\d+")
                ? StressTestCases.classes(Integer.parseInt(arguments[0]))
                : List.of(named(arguments[0]));
        AtomicInteger failed = new AtomicInteger();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(classes.stream()
                                            .map(c -> selectClass(c))
                                            .toArray(ClassSelector[]::new))
                                    .configurationParameters(StressTest.PARALLEL)
                                    .build(),
                            new TestExecutionListener() {
                                @Override
                                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                    if (test.isTest() || result.getThrowable().isPresent()) {
                                        System.out.println(result.getStatus() + " " + test.getDisplayName() + " "
                                                + result.getThrowable()
                                                        .map(t -> String.valueOf(t.getMessage())
                                                                .replace('\n', ' '))
                                                        .orElse(""));
                                    }
                                    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                                        failed.incrementAndGet();
                                    }
                                }
                            });
        }
        System.out.println("end of the run");
        System.exit(failed.get());
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
