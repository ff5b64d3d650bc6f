package dev.fk.junit.provision;

import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a server says to a user who may not make databases, and what to do about it. */
@API(status = Status.INTERNAL)
public final class CreationRefused {
    private CreationRefused() {}

    /**
     * @param dialect of the settings
     * @param grant the statement that gives the user that right
     */
    public static SQLException explained(SQLException refusal, String dialect, String grant) {
        return new SQLException(
                refusal.getMessage() + "\nfk makes databases of its own for the tests, named fk_…, on the server of fk."
                        + dialect + ".url. Have its user make them: " + grant + "; or name another one in fk." + dialect
                        + ".user.",
                refusal.getSQLState(),
                refusal.getErrorCode(),
                refusal);
    }
}
