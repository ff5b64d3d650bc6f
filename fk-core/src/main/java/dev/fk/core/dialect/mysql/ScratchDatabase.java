package dev.fk.core.dialect.mysql;

import dev.fk.core.dialect.MissingRight;
import dev.fk.core.dialect.ScratchSpace;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;

/** A database of its own, with the collation of the usual one. It takes the privilege to create and drop databases. */
final class ScratchDatabase implements ScratchSpace {
    private static final String PREFIX = "fk_rehearsal_";
    /** To a database; MySQL 9.7.4 and MariaDB 11.8.9. */
    private static final int ACCESS_DENIED = 1044;

    private final Settings settings;
    private final String name =
            Identifiers.quote(PREFIX + UUID.randomUUID().toString().replace("-", ""));

    ScratchDatabase(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void enter(Connection connection) throws SQLException {
        String collation = settings.info().settings().get(Settings.COLLATION).orElse("utf8mb4_general_ci");
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " COLLATE " + collation);
            statement.execute("USE " + name);
        }
    }

    @Override
    public Optional<MissingRight> missingRight(Connection connection, SQLException refused) throws SQLException {
        return refused.getErrorCode() == ACCESS_DENIED
                ? Optional.of(new MySqlRights(connection, settings.info().defaultSchema()).toCreateDatabases(PREFIX))
                : Optional.empty();
    }

    @Override
    public void leave(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + Identifiers.quote(settings.info().database()));
            statement.execute("DROP DATABASE " + name);
        }
    }
}
