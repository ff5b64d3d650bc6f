package dev.fk.core.sync;

import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class DirtyDataOnMySqlTest {
    static Stream<MySqlServers.Server> servers() {
        return MySqlServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void is_found_before_anything_runs(MySqlServers.Server server) throws SQLException, IOException {
        try (MySqlDatabase own = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            String dialect = own.database().server().product().toLowerCase(java.util.Locale.ROOT);
            DirtyDataCase.is_found_before_anything_runs(own.database(), dialect);
        }
    }
}
