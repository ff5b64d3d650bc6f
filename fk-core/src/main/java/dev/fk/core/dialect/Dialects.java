package dev.fk.core.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.ServiceLoader;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Finds the dialect that speaks to a server. */
@API(status = Status.INTERNAL)
public final class Dialects {
    /** Looked for once: it is the whole class path that is searched. */
    private static final List<Dialect> KNOWN =
            ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Dialects() {}

    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (Dialect dialect : KNOWN) {
            if (dialect.speaksTo(metaData)) {
                return dialect;
            }
        }
        throw new UnknownServerException(metaData.getDatabaseProductName(), KNOWN);
    }

    /** All there are. */
    public static List<Dialect> known() {
        return KNOWN;
    }
}
