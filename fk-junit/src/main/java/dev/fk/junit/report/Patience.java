package dev.fk.junit.report;

import java.sql.Connection;
import javax.sql.DataSource;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Gives up rather than wait for locks that a test has left. */
@API(status = Status.INTERNAL)
public final class Patience {
    private static final int MILLIS = 10_000;

    private Patience() {}

    /** Connections on which no answer takes longer than ten seconds. */
    public static DataSource limited(DataSource target) {
        return WatchedDataSource.of(target, () -> {
            Connection connection = target.getConnection();
            connection.setNetworkTimeout(Runnable::run, MILLIS);
            return connection;
        });
    }
}
