package dev.fk.junit.report;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A statement that the server did not take.
 *
 * @param sql with the values of parameters in it
 */
@API(status = Status.INTERNAL)
public record RefusedStatement(String sql, SQLException error) {
    /** Whether something was thrown for it. */
    boolean isBehind(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t == error) {
                return true;
            }
        }
        return false;
    }
}
