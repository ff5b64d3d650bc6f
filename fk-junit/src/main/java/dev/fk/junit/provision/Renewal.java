package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Makes a used session as good as new, so that its connection can be handed out again. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface Renewal {
    /** Whether the session is as good as new now; if not, the connection is of no further use. */
    boolean renew(Connection connection) throws SQLException;

    /** For servers that have a statement for it: {@code DISCARD ALL}. */
    static Renewal by(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            }
        };
    }

    /** For sessions in which only fk's own statements run, none of which counts on what was before. */
    static Renewal unnecessary() {
        return connection -> true;
    }
}
