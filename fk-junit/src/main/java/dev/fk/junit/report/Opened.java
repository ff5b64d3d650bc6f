package dev.fk.junit.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A connection that was opened.
 *
 * @param after how long after the database was handed out
 * @param where has the stack
 */
@API(status = Status.INTERNAL)
public record Opened(Duration after, String thread, Throwable where) {
    private static final int FRAMES = 8;

    /** Says which connections are open, with the part of each stack that belongs to the test. */
    public static String describe(String who, List<Opened> all) {
        StringBuilder text = new StringBuilder(
                all.size() == 1
                        ? "A connection was not closed by " + who
                        : all.size() + " connections were not closed by " + who);
        for (Opened each : all) {
            text.append(String.format("%n    opened after %d ms on thread %s", each.after.toMillis(), each.thread));
            each.frames().forEach(frame -> text.append(String.format("%n        at %s", frame)));
        }
        return text.append(String.format("%n" + (all.size() == 1 ? "It is" : "They are")
                        + " closed now. Use try-with-resources, or have fk close it: a parameter of type Connection."
                        + " fk.leaks=fail makes this a failure, fk.leaks=ignore leaves it out."))
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    /** Without proxies, what opens the connection for others, and what calls the test. */
    private List<String> frames() {
        List<StackTraceElement> frames = Arrays.stream(where.getStackTrace())
                .filter(f -> !f.getClassName().startsWith("dev.fk.junit.report.")
                        && !f.getClassName().contains("$Proxy"))
                .toList();
        return frames.stream()
                .takeWhile(f -> !f.getClassName().startsWith("jdk.internal.reflect.")
                        && !f.getClassName().startsWith("java.lang.reflect.")
                        && !f.getClassName().startsWith("org.junit."))
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.toList());
    }
}
