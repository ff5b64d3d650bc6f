package dev.fk.core.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Objects;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a server said when it refused a statement, in the terms that every driver has.
 *
 * @param code the vendor's number; PostgreSQL has none and its driver says 0
 * @param state the SQLSTATE; empty if the driver gives none
 */
@API(status = Status.EXPERIMENTAL)
public record ServerError(int code, String state, String message) {
    /** What a driver has thrown; for a batch, what the server said, without what PostgreSQL's driver says around it. */
    public static ServerError of(SQLException thrown) {
        return thrown instanceof BatchUpdateException && thrown.getCause() instanceof SQLException said
                ? error(said)
                : error(thrown);
    }

    private static ServerError error(SQLException thrown) {
        return new ServerError(
                thrown.getErrorCode(),
                Objects.requireNonNullElse(thrown.getSQLState(), ""),
                Objects.requireNonNullElse(thrown.getMessage(), ""));
    }
}
