package dev.fk.junit.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    private static final int OF_THE_TEST = 3;

    /**
     * Says which connections are open, with the part of each stack that belongs to the test.
     *
     * @param testPackage where the test's own code is
     */
    public static String describe(String who, List<Opened> all, String testPackage) {
        StringBuilder text = new StringBuilder(
                all.size() == 1
                        ? "A connection was not closed by " + who
                        : all.size() + " connections were not closed by " + who);
        for (Opened each : all) {
            text.append(String.format(
                    Locale.ROOT, "%n    opened after %d ms on thread %s", each.after.toMillis(), each.thread));
            each.frames(testPackage).forEach(frame -> text.append(String.format("%n        %s", frame)));
        }
        return text.append(String.format("%n" + (all.size() == 1 ? "It is" : "They are")
                        + " closed now. Use try-with-resources, or have fk close it: a parameter of type Connection."
                        + " fk.leaks=fail makes this a failure, fk.leaks=ignore leaves it out."))
                .toString()
                .replace(System.lineSeparator(), "\n");
    }

    /**
     * Without proxies, what opens the connection for others, and what calls the test. Where a framework opens it, there are many
     * calls between the test and that.
     */
    private List<String> frames(String testPackage) {
        List<StackTraceElement> frames = Arrays.stream(where.getStackTrace())
                .filter(f -> !f.getClassName().startsWith("dev.fk.junit.report.")
                        && !f.getClassName().contains("$Proxy"))
                .takeWhile(f -> !f.getClassName().startsWith("org.junit."))
                .toList();
        List<StackTraceElement> first = frames.stream()
                .takeWhile(f -> !f.getClassName().startsWith("jdk.internal.reflect.")
                        && !f.getClassName().startsWith("java.lang.reflect."))
                .limit(FRAMES)
                .toList();
        List<StackTraceElement> own = frames.stream()
                .filter(f -> ConnectionState.isIn(f, testPackage))
                .limit(OF_THE_TEST)
                .toList();
        if (own.isEmpty() || first.contains(own.get(0))) {
            return texts(first);
        }
        return Stream.of(texts(first.stream().limit(FRAMES - own.size()).toList()), List.of("…"), texts(own))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> texts(List<StackTraceElement> frames) {
        return frames.stream().map(f -> "at " + f).toList();
    }
}
