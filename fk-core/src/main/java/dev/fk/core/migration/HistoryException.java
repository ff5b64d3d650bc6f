package dev.fk.core.migration;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The history of the migrations cannot be read or written. */
@API(status = Status.EXPERIMENTAL)
public final class HistoryException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    HistoryException(SQLException cause) {
        super(
                "The history of the migrations, tables " + String.join(" and ", History.TABLES)
                        + ", cannot be read or written: " + cause.getMessage(),
                cause);
    }
}
