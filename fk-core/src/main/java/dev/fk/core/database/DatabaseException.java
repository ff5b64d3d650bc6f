package dev.fk.core.database;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The server or the connection failed at something that is not a planned statement, such as reading the catalog. */
@API(status = Status.EXPERIMENTAL)
public final class DatabaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
