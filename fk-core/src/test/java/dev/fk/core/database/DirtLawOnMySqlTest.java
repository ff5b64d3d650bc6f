package dev.fk.core.database;

import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Options;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.OneConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("thorough")
class DirtLawOnMySqlTest {
    private static final RandomDirt.Words WORDS = new RandomDirt.Words(
            List.of(
                    new DataType.Int(DataType.Int.Size.TINY),
                    new DataType.Int(DataType.Int.Size.REGULAR, true, false),
                    new DataType.Int(DataType.Int.Size.REGULAR),
                    new DataType.Int(DataType.Int.Size.BIG),
                    new DataType.Decimal(OptionalInt.of(5), OptionalInt.of(2)),
                    new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(0)),
                    new DataType.Approximate(DataType.Approximate.Kind.DOUBLE),
                    new DataType.Approximate(DataType.Approximate.Kind.FLOAT),
                    new DataType.Bool(),
                    new DataType.Varchar(3),
                    new DataType.Varchar(12),
                    new DataType.Char(4, false),
                    new DataType.Text(DataType.LobSize.REGULAR),
                    new DataType.Varchar(40),
                    new DataType.Date(),
                    new DataType.Timestamp(OptionalInt.empty(), false),
                    new DataType.Time(OptionalInt.empty(), false),
                    new DataType.Json(false),
                    new DataType.EnumType(List.of("a", "ab", "1")),
                    new DataType.EnumType(List.of("a", "true", "2"))),
            List.of(Optional.empty(), Optional.of("utf8mb4_bin"), Optional.of("utf8mb4_general_ci")),
            false,
            true,
            false,
            Options.none());

    static Stream<MySqlServers.Server> servers() {
        return MySqlServers.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_is_found_dirty_is_refused(MySqlServers.Server server) throws SQLException {
        try (MySqlDatabase own = MySqlDatabase.on(server.url(), "CHARACTER SET utf8mb4")) {
            new DirtLaw().holds(Database.of(OneConnection.of(own.connection())), WORDS, own::clear);
        }
    }
}
