package dev.fk.core.database;

import dev.fk.core.dialect.ScratchSpace;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that is in a scratch space, until this is closed. */
record Entered(ScratchSpace space, Connection connection) implements AutoCloseable {
    DataSource dataSource() {
        return Transaction.sharing(connection);
    }

    @Override
    public void close() throws SQLException {
        space.leave(connection);
    }
}
