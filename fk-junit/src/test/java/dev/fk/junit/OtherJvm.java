package dev.fk.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One run of a test in a JVM of its own, because this one's environment cannot be changed. */
final class OtherJvm {
    private static final String BEGINNING = "---- failure\n";
    private static final String END = "---- after ";

    private OtherJvm() {}

    /** What the run said, and how long it took once the JVM was there. */
    record Outcome(String message, Duration took) {}

    /**
     * Runs a test that needs a database, and fails, on purpose, if it passes.
     *
     * @param removed variables that the other JVM shall not have
     */
    static Outcome run(Map<String, String> environment, List<String> removed, Map<String, String> properties)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add(OtherJvm.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(removed);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            int beginning = output.indexOf(BEGINNING);
            int end = output.lastIndexOf(END);
            if (beginning < 0 || end < 0) {
                throw new AssertionError("The other JVM says:\n" + output);
            }
            return new Outcome(
                    output.substring(beginning + BEGINNING.length(), end).strip(),
                    Duration.parse(output.substring(end + END.length())
                            .lines()
                            .findFirst()
                            .orElseThrow()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Prints what became of the tests. */
    public static void main(String[] none) {
        Map<String, String> parameters = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("fk."))
                .forEach(name -> parameters.put(name, System.getProperty(name)));
        // JUnit's own start is not what is measured
        TestKit.runWith(List.of(NeedsADatabaseTestCases.class), Map.of("fk.provider", "external"));
        long start = System.nanoTime();
        TestKit.Run run = TestKit.runWith(List.of(NeedsADatabaseTestCases.class), parameters);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.print(BEGINNING);
        run.failures().forEach(failure -> System.out.println(failure.getMessage()));
        System.out.println(END + took);
        System.exit(0); // whatever still waits for an answer
    }

    @WithSchema
    static class NeedsADatabaseTestCases {
        @Test
        void test() {}
    }
}
