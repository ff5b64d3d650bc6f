package dev.fk.core.dialect;

import dev.fk.core.diff.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads what stands in the way of changes and is no part of any table that fk reads: a server that lets nothing break refuses
 * to take from under it what it uses.
 */
@API(status = Status.EXPERIMENTAL)
public interface Obstacles {
    /** Whether something could stand in the way of this one of the changes. */
    boolean concern(Change change, List<Change> all);

    /**
     * What stands in the way of the changes, as it is now, what uses other obstacles before those; in one round trip, however
     * many there are. Changes that nothing stands in the way of are left out.
     *
     * @param earlier what will have been made before them, and has not been yet
     * @param changes in the order they are made
     */
    Map<Change, List<Obstacle>> read(Connection connection, List<Change> earlier, List<Change> changes)
            throws SQLException;
}
