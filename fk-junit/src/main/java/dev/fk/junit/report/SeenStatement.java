package dev.fk.junit.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A statement that was executed.
 *
 * @param after when it began, counted from when the database was handed out
 * @param by {@code fk}, or {@code c3} for the third connection of the test
 * @param parts with the values of parameters in them; several if it was a batch
 * @param outcome what went wrong, or a remark; empty if there is nothing to say
 */
record SeenStatement(Duration after, Duration took, String by, List<String> parts, String outcome) {
    static final String FAILED = "failed: ";

    SeenStatement {
        parts = List.copyOf(parts);
    }

    SeenStatement(Duration after, Duration took, String by, String sql, String outcome) {
        this(after, took, by, List.of(sql), outcome);
    }

    /** Without what ends it. */
    String sql() {
        return String.join(";\n", parts);
    }

    boolean isRefused() {
        return outcome.startsWith(FAILED);
    }

    FirstFailure failure() {
        return new FirstFailure(sql().strip(), outcome.substring(FAILED.length()));
    }

    /** {@code    12.345 ms    0.412 ms  c1  INSERT INTO …}. */
    String line() {
        String text = String.format(
                Locale.ROOT,
                "%12.3f %10.3f  %-3s  %s",
                after.toNanos() / 1e6,
                took.toNanos() / 1e6,
                by,
                ended(sql().strip()).replace("\n", "\n" + " ".repeat(30)));
        return outcome.isEmpty() ? text : text + "\n" + " ".repeat(30) + "-- " + outcome.replace("\n", " ");
    }

    private static String ended(String sql) {
        return sql.endsWith(";") ? sql : sql + ";";
    }

    /** What is said about it in a script. */
    String comment() {
        return outcome.isEmpty() ? "" : "-- " + outcome.replaceAll("\\R", "\n-- ") + "\n";
    }
}
