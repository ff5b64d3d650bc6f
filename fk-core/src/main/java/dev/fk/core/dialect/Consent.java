package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a server changes only while a setting of the session lets it, because more changes than the statement says. */
@API(status = Status.EXPERIMENTAL)
public interface Consent {
    /** Whether there are changes of this table that need it; canonical. */
    boolean concerns(Table table);

    /** Whether a change of a table, as it is before, needs it; canonical. */
    boolean isNeeded(Change change, Table table);

    /** Whether the session gives it, in one round trip. */
    boolean isGiven(Connection connection) throws SQLException;

    /** What is to be said of a table whose change lacks it. */
    Objection missing(Table table);
}
