package dev.fk.core.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads the views, triggers, routines and events that the server lets a change break, in one round trip, however many there are.
 */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface Onlookers {
    /** All in scope, in an order that is always the same; without those whose text the user may not see. */
    List<Onlooker> read(Connection connection, CatalogScope scope) throws SQLException;
}
