package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Options;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.OneConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OnPostgres
class DirtLawOnPostgresTest {
    private static final RandomDirt.Words WORDS = new RandomDirt.Words(
            List.of(
                    new DataType.Int(DataType.Int.Size.SMALL),
                    new DataType.Int(DataType.Int.Size.REGULAR),
                    new DataType.Int(DataType.Int.Size.BIG),
                    new DataType.Decimal(OptionalInt.of(5), OptionalInt.of(2)),
                    new DataType.Decimal(OptionalInt.empty(), OptionalInt.empty()),
                    new DataType.Approximate(DataType.Approximate.Kind.DOUBLE),
                    new DataType.Approximate(DataType.Approximate.Kind.REAL),
                    new DataType.Bool(),
                    new DataType.Varchar(3),
                    new DataType.Varchar(12),
                    new DataType.Char(4, false),
                    new DataType.Text(DataType.LobSize.REGULAR),
                    new DataType.Varchar(40),
                    new DataType.Date(),
                    new DataType.Timestamp(OptionalInt.empty(), false),
                    new DataType.Timestamp(OptionalInt.of(0), true),
                    new DataType.Time(OptionalInt.empty(), false),
                    new DataType.Uuid(),
                    new DataType.Json(true),
                    new DataType.EnumType(List.of("a", "A", "ab", "1")),
                    new DataType.EnumType(List.of("a", "true", "2"))),
            List.of(Optional.empty(), Optional.empty(), Optional.of("C")),
            true,
            false,
            true,
            Options.of("nulls not distinct", ""));

    @Test
    void what_is_found_dirty_is_refused(DataSource fresh) throws SQLException {
        try (Connection connection = fresh.getConnection()) {
            Database database = Database.of(OneConnection.of(connection));
            new DirtLaw()
                    .holds(
                            database,
                            WORDS,
                            () -> database.execute(new Sql("SET client_min_messages = warning;"
                                    + " DROP SCHEMA public CASCADE; CREATE SCHEMA public")));
        }
    }
}
