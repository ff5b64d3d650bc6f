package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import dev.fk.core.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads what belongs to tables and is no part of what fk reads of them: triggers, policies, rights. A server lets it go with
 * the table, column or constraint without a word.
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
}
