package dev.fk.junit.provision;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Tables with everything that could be in the way of who cleans them, and what tests do to them. */
interface CleanedSchema {
    static CleanedSchema of(ServerKind kind) {
        return switch (kind) {
            case POSTGRESQL -> new PostgreSqlCleanedSchema();
            case MYSQL -> new MySqlCleanedSchema(false);
            case MARIADB -> new MySqlCleanedSchema(true);
        };
    }

    List<String> statements();

    /** @param rows whether rows and generated keys are all that may change */
    List<String> changes(Random random, boolean rows);

    /** Queries whose rows, in the order in which they come, tell one database from another. */
    List<String> snapshot(Connection connection) throws SQLException;
}
