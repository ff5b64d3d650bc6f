package dev.fk.core.dialect.mysql;

import dev.fk.core.testing.ActionMatrix;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of each referential action: measured on every server, compared with what is written down and claimed. */
@Tag("thorough")
class CapabilityMatrixTest {
    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void does_with_each_action_what_is_written_down_and_claimed(MySqlServers.Server server)
            throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.on(server)) {
            Live live = Live.of(database);
            new ActionMatrix(live.connection(), live.dialect(), live.info()).verify(live.line());
        }
    }
}
