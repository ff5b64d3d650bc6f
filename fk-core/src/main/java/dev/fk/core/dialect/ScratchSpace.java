package dev.fk.core.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** An empty place of its own on a server, in which unqualified names live while a connection is there. For one use. */
@API(status = Status.EXPERIMENTAL)
public interface ScratchSpace {
    /** Makes the place and takes the connection there; a connection that cannot enter is where it was. */
    void enter(Connection connection) throws SQLException;

    /** The right that the user lacks for it, if that is why the server refused to let the connection enter. */
    Optional<MissingRight> missingRight(Connection connection, SQLException refused) throws SQLException;

    /** Takes the connection back and removes the place with everything in it. */
    void leave(Connection connection) throws SQLException;
}
