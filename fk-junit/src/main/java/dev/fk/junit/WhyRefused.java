package dev.fk.junit;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Cause;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.junit.report.RefusedStatement;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands under a test's failure and says why the server has refused the statement that it failed with. The tables and rows are
 * looked at when the test is over, on another connection: who expects a refusal does not wait for that. Is never thrown.
 */
final class WhyRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private WhyRefused(String text) {
        super(text, null, false, false);
    }

    /** Nothing where looking shows nothing, or where the failure says it already. */
    static void explain(Throwable failure, RefusedStatement refused, Database database) {
        if (Stream.of(failure.getSuppressed()).anyMatch(WhyRefused.class::isInstance)) {
            return;
        }
        try (Connection connection = database.dataSource().getConnection()) {
            List<Explanation> found =
                    database.inquiry().explain(connection, new Sql(refused.sql()), refused.error()).stream()
                            .filter(e -> e.cause() != Cause.UNKNOWN)
                            .toList();
            if (!found.isEmpty()) {
                failure.addSuppressed(new WhyRefused(text(refused.sql(), found)));
            }
        } catch (SQLException | DatabaseException unreachable) {
            System.getLogger(WithSchema.class.getName())
                    .log(Level.DEBUG, "Nobody can look why a statement was refused", unreachable);
        }
    }

    private static String text(String sql, List<Explanation> found) {
        String reasons = found.stream()
                .map(Explanation::toString)
                .collect(Collectors.joining())
                .stripTrailing();
        return "a statement of this test was refused; as the database is now that the test is over:\n    "
                + sql.strip().replace("\n", "\n    ") + "\n  " + reasons.replace("\n", "\n  ");
    }
}
