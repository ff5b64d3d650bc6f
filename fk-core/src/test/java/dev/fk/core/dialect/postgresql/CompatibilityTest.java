package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is said about types of foreign keys against what the server does. */
@OnPostgres
class CompatibilityTest {
    private static final List<DataType> TYPES = List.of(
            new DataType.Int(DataType.Int.Size.SMALL),
            new DataType.Int(DataType.Int.Size.REGULAR),
            new DataType.Int(DataType.Int.Size.BIG),
            new DataType.Decimal(OptionalInt.empty(), OptionalInt.empty()),
            new DataType.Decimal(OptionalInt.of(10), OptionalInt.of(2)),
            new DataType.Approximate(DataType.Approximate.Kind.REAL),
            new DataType.Approximate(DataType.Approximate.Kind.DOUBLE),
            new DataType.Bool(),
            new DataType.Char(3, false),
            new DataType.Varchar(10),
            new DataType.Varchar(OptionalInt.empty(), false),
            new DataType.Text(DataType.LobSize.REGULAR),
            new DataType.Blob(DataType.LobSize.REGULAR),
            new DataType.Date(),
            new DataType.Time(OptionalInt.empty(), false),
            new DataType.Time(OptionalInt.of(3), true),
            new DataType.Timestamp(OptionalInt.empty(), false),
            new DataType.Timestamp(OptionalInt.of(3), true),
            new DataType.Uuid(),
            new DataType.Json(true),
            new DataType.Array(new DataType.Int(DataType.Int.Size.REGULAR)),
            new DataType.Array(new DataType.Varchar(10)),
            new DataType.Array(new DataType.Varchar(20)),
            new DataType.Array(new DataType.Text(DataType.LobSize.REGULAR)));

    private static final DataType JSON = new DataType.Json(false);

    @Test
    void says_what_the_server_does(DataSource dataSource) throws SQLException {
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (DataType key : TYPES) {
                statement.execute("CREATE TABLE parent (k " + TypeSql.of(key) + " PRIMARY KEY)");
                List<DataType> referencing = new ArrayList<>(TYPES);
                referencing.add(JSON);
                for (DataType type : referencing) {
                    boolean accepted = accepts(statement, type);
                    boolean expected = new PostgreSqlDialect()
                            .incompatibility(Column.of("c", type), Column.of("k", key))
                            .isEmpty();
                    refused += accepted ? 0 : 1;
                    if (accepted != expected) {
                        wrong.add(
                                type.describe() + " → " + key.describe() + (accepted ? " is accepted" : " is refused"));
                    }
                }
                statement.execute("DROP TABLE parent");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).as("refused pairs").isGreaterThan(TYPES.size());
    }

    private static boolean accepts(Statement statement, DataType type) throws SQLException {
        try {
            statement.execute("CREATE TABLE child (c " + TypeSql.of(type) + " REFERENCES parent)");
            statement.execute("DROP TABLE child");
            return true;
        } catch (SQLException e) {
            assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("42804");
            return false;
        }
    }

    @Test
    void names_both_types() {
        Column bool = Column.of("c", new DataType.Bool());
        Column number = Column.of("k", new DataType.Int(DataType.Int.Size.REGULAR));
        assertThat(new PostgreSqlDialect().incompatibility(bool, number))
                .contains("PostgreSQL has no equality operator for BOOLEAN and INTEGER");
    }

    @Test
    void says_nothing_about_types_it_does_not_know() {
        Column inet = Column.of("c", new DataType.Other("inet"));
        Column number = Column.of("k", new DataType.Int(DataType.Int.Size.REGULAR));
        assertThat(new PostgreSqlDialect().incompatibility(inet, number)).isEmpty();
    }
}
