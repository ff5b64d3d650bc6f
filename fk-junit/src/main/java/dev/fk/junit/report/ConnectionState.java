package dev.fk.junit.report;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a connection of a test does at one moment.
 *
 * @param name as in the log of statements: {@code c3}
 * @param opened the stack of whoever opened it; empty if that was fk
 * @param last its last statement; empty if there was none
 * @param waiting the stack of the thread that waits for the answer; empty if none does
 */
@API(status = Status.INTERNAL)
public record ConnectionState(
        String name, List<StackTraceElement> opened, String last, List<StackTraceElement> waiting) {
    private static final int LONGEST = 160;
    private static final int CALLS = 3;
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    public ConnectionState {
        opened = List.copyOf(opened);
        waiting = List.copyOf(waiting);
    }

    int number() {
        return Integer.parseInt(name.substring(1));
    }

    /** Lines for people. */
    String text(String testPackage) {
        String shown = line(last);
        String doing = waiting.isEmpty() ? (shown.isEmpty() ? "nothing yet" : "last " + shown) : "now " + shown;
        return name + ": " + doing
                + (opened.isEmpty()
                        ? "\n        a parameter of type Connection"
                        : "\n        opened at " + place(opened, testPackage))
                + (waiting.isEmpty() ? "" : "\n        executed at " + place(waiting, testPackage));
    }

    /** A line with where it was opened; none if fk did. */
    String opening(String testPackage) {
        return opened.isEmpty() ? "" : "\n  " + name + " was opened at " + place(opened, testPackage);
    }

    boolean isBusy() {
        return !waiting.isEmpty();
    }

    /** A statement that may have many. */
    static String line(String statement) {
        String sql = statement.strip().replaceAll("\\s+", " ");
        return sql.length() > LONGEST ? sql.substring(0, LONGEST) + "…" : sql;
    }

    /** The innermost calls in the package of the test, which has helpers; where there are none, in any other. */
    private static String place(List<StackTraceElement> stack, String testPackage) {
        List<StackTraceElement> all = outsideOfFk(stack).stream()
                .takeWhile(f -> !isIn(f, "org.junit"))
                .filter(f -> !isReporting(f)
                        && !f.getClassName().contains("$Proxy")
                        && JDK.stream().noneMatch(f.getClassName()::startsWith)
                        && f.getLineNumber() > 0)
                .toList();
        List<StackTraceElement> own =
                all.stream().filter(f -> isIn(f, testPackage)).toList();
        return (own.isEmpty() ? all : own)
                .stream().limit(CALLS).map(ConnectionState::text).collect(Collectors.joining(" < "));
    }

    /** What fk calls for the test is the driver, of which the test's author knows nothing. */
    private static List<StackTraceElement> outsideOfFk(List<StackTraceElement> stack) {
        List<StackTraceElement> callers =
                stack.stream().dropWhile(f -> !isReporting(f)).toList();
        return callers.isEmpty() ? stack : callers;
    }

    /** Without module and class loader. */
    private static String text(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }

    private static boolean isReporting(StackTraceElement frame) {
        return isIn(frame, ConnectionState.class.getPackageName());
    }

    /** A class in no package has no other for its own. */
    static boolean isIn(StackTraceElement frame, String packageName) {
        return packageName.isEmpty()
                ? frame.getClassName().indexOf('.') < 0
                : frame.getClassName().startsWith(packageName + ".");
    }
}
