package dev.fk.core.database;

import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.MissingRightException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Why something is not in a database, or was refused by it, found by looking. */
@API(status = Status.EXPERIMENTAL)
public final class Inquiry {
    private final Database database;

    Inquiry(Database database) {
        this.database = database;
    }

    /**
     * Why the server has refused a statement that others executed, as tables and rows show it now.
     *
     * @param connection on which they did, and nothing since
     * @return empty where looking shows nothing, or where nobody can look: in a transaction that PostgreSQL has aborted
     */
    public List<Explanation> explain(Connection connection, Sql refused, SQLException error) {
        Investigation investigation = database.investigation();
        return investigation.isAborted(connection) ? List.of() : investigation.of(connection, refused, error);
    }

    /**
     * Does nothing if the server would show these tables to the user of the connection if they were there. MySQL and MariaDB
     * show a table only to users with a privilege on it, and to all others as if there were none.
     *
     * @param absent tables that the catalog does not show
     * @throws DatabaseException if it would not; says which, and which right shows them
     */
    public void refuseUnseen(Collection<QualifiedName> absent) {
        if (!absent.isEmpty()) {
            database.call("Cannot tell which tables there are", connection -> {
                Optional<MissingRight> right =
                        database.dialect().diagnosis(database.server()).toSee(connection, absent);
                if (right.isPresent()) {
                    throw new MissingRightException("some are perhaps not shown", right.get());
                }
                return absent;
            });
        }
    }

    /**
     * The foreign keys that statements say, and that the server did not make though it took them without a word: MySQL before
     * 9.0 passes over {@code REFERENCES} behind a column, MyISAM over every foreign key. One of a table or column that is not
     * there any more, or that a later statement drops, is not missed.
     *
     * @param executed statements that the server has taken, in their order, and none since that drops a foreign key
     */
    public List<Explanation> passedOver(List<Sql> executed) {
        return database.call("Cannot look for foreign keys", connection -> database.investigation()
                .passedOver(connection, executed));
    }
}
