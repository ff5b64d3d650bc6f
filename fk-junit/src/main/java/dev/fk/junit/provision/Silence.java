package dev.fk.junit.provision;

import java.io.IOException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Nobody answers where a server should be. Who answers that the password is wrong, is there. */
@API(status = Status.INTERNAL)
public final class Silence {
    /** PostgreSQL says so while it starts up, and while it goes down. */
    private static final String NOT_NOW = "57P03";

    private Silence() {}

    /**
     * Whether that is what the failure means. Behind a port that Docker publishes, connections are taken and closed as long as
     * the server in the container is not up.
     */
    public static boolean isBehind(SQLException e) {
        Throwable root = root(e);
        return (root instanceof IOException && !(root instanceof SSLException)) || NOT_NOW.equals(e.getSQLState());
    }

    /** Drivers keep the reason at the end of the causes. */
    public static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
