package dev.fk.junit.report;

import java.time.Duration;
import java.util.Locale;

/**
 * A statement that was executed.
 *
 * @param after when it began, counted from when the database was handed out
 * @param by {@code fk}, or {@code c3} for the third connection of the test
 * @param sql with the values of its parameters in it
 * @param outcome what went wrong, or a remark; empty if there is nothing to say
 */
record SeenStatement(Duration after, Duration took, String by, String sql, String outcome) {
    static final String FAILED = "failed: ";

    boolean isRefused() {
        return outcome.startsWith(FAILED);
    }

    FirstFailure failure() {
        return new FirstFailure(sql.strip(), outcome.substring(FAILED.length()));
    }

    /** {@code    12.345 ms    0.412 ms  c1  INSERT INTO …}. */
    String line() {
        String text = String.format(
                Locale.ROOT,
                "%12.3f %10.3f  %-3s  %s;",
                after.toNanos() / 1e6,
                took.toNanos() / 1e6,
                by,
                sql.strip().replace("\n", "\n" + " ".repeat(30)));
        return outcome.isEmpty() ? text : text + "\n" + " ".repeat(30) + "-- " + outcome.replace("\n", " ");
    }

    /** As part of a script. */
    String script() {
        String comment = outcome.isEmpty() ? "" : "-- " + outcome.replace("\n", "\n-- ") + "\n";
        return comment + sql.strip() + ";\n";
    }
}
