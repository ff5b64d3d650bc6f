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
        return told(
                refusal,
                dialect,
                "Have its user make them: " + grant + "; or name another one in fk." + dialect + ".user.");
    }

    /** @param dialect of the settings */
    public static SQLException onlyReads(SQLException refusal, String dialect) {
        return told(
                refusal,
                dialect,
                "It, or its user, only reads: name the primary if it is a standby, or another user in fk." + dialect
                        + ".user.");
    }

    private static SQLException told(SQLException refusal, String dialect, String remedy) {
        return new SQLException(
                refusal.getMessage() + "\nfk makes databases of its own for the tests, named fk_…, on the server of fk."
                        + dialect + ".url. " + remedy,
                refusal.getSQLState(),
                refusal.getErrorCode(),
                refusal);
    }
}
