package dev.fk.core.dialect;

import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Asks the server what it would refuse about canonical tables, where nobody but the server knows; nothing is left there. */
@API(status = Status.EXPERIMENTAL)
public interface Examiner {
    /** Whether there is anything to ask about a table that is to replace another, or to be created if that is absent. */
    boolean concern(Table wanted, Optional<Table> there);

    /** The objections to each table, without those that have none; in one round trip, however many tables there are. */
    Map<QualifiedName, List<Objection>> objections(Connection connection, List<Table> tables) throws SQLException;
}
