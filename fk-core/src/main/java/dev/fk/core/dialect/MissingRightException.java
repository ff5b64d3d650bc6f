package dev.fk.core.dialect;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The server shows less than there is, because the user lacks a right, and says nothing of it. */
@API(status = Status.EXPERIMENTAL)
public final class MissingRightException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient MissingRight right;

    /** @param what is not seen */
    public MissingRightException(String what, MissingRight right) {
        super(what);
        this.right = right;
    }

    public MissingRight right() {
        return right;
    }
}
