package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads what belongs to tables and is no part of what fk reads of them: triggers, policies, rights. A server lets it go with
 * the table, column or constraint without a word, also where one of the same name comes in its place.
 */
@API(status = Status.EXPERIMENTAL)
public interface Belongings {
    /** Whether something could go with it. */
    boolean goWith(Change change);

    /**
     * In an order in which all of it can be made again; nothing of tables that are not there.
     *
     * @param tables whose it is, partitions included
     */
    List<Belonging> read(Connection connection, Collection<QualifiedName> tables) throws SQLException;

    /** Whether these changes, in order, make anything anew that something could have gone with. */
    default boolean makeAnew(List<Change> ordered) {
        return false;
    }

    /**
     * What has to be said again of columns, constraints and the like that these changes take away and bring back: by the change
     * after which it can be said, in order.
     */
    default Map<Change, List<Sql>> saidAgain(Connection connection, List<Change> ordered) throws SQLException {
        return Map.of();
    }
}
