package dev.fk.core.dialect.postgresql;

import dev.fk.core.database.Database;
import dev.fk.core.testing.ActionMatrix;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What becomes of each referential action: measured, compared with what is written down and claimed. */
@OnPostgres
class CapabilityMatrixTest {
    @Test
    void does_with_each_action_what_is_written_down_and_claimed(Database database, PostgresServer server)
            throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection()) {
            new ActionMatrix(connection, database.dialect(), database.server())
                    .verify("postgresql-" + server.majorVersion());
        }
    }
}
