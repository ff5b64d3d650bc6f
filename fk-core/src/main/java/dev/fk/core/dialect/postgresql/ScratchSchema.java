package dev.fk.core.dialect.postgresql;

import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.ScratchSpace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A schema in a transaction that is rolled back. What extensions have put into the usual schema is still found, behind
 * what is in this one.
 */
final class ScratchSchema implements ScratchSpace {
    private static final String NAME = "fk_rehearsal";

    private final String usual;

    ScratchSchema(String usual) {
        this.usual = usual;
    }

    @Override
    public void enter(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + NAME);
            statement.execute("SET LOCAL search_path = " + NAME + ", " + Identifiers.quote(usual));
        } catch (SQLException e) {
            leave(connection);
            throw e;
        }
    }

    @Override
    public Optional<MissingRight> missingRight(Connection connection, SQLException refused) throws SQLException {
        return PostgreSqlRights.DENIED.equals(refused.getSQLState())
                ? Optional.of(new PostgreSqlRights(connection, usual).toCreateSchemas())
                : Optional.empty();
    }

    @Override
    public void leave(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
