package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.ServerInfo;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.CallCounter;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The catalog is read at one go, however much there is in it. */
@OnPostgres
class CatalogRoundTripsTest {
    private static final int MANY = 1000;

    @Test
    void reads_a_thousand_tables_with_one_statement(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            PostgreSqlDialect dialect = new PostgreSqlDialect();
            ServerInfo server = dialect.server(connection);
            int forNone = read(connection, server, 0);
            create(connection, MANY);
            int forMany = read(connection, server, MANY);
            assertThat(forMany).isEqualTo(forNone).isEqualTo(1);
        }
    }

    @Test
    void learns_about_the_server_with_one_statement(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            CallCounter counter = new CallCounter(connection);
            ServerInfo server = new PostgreSqlDialect().server(counter.connection());
            assertThat(counter.executions()).isEqualTo(1);
            assertThat(server.product()).isEqualTo("PostgreSQL");
            assertThat(server.defaultSchema()).isEqualTo("public");
            assertThat(server.settings().get("encoding")).contains("UTF8");
        }
    }

    private static int read(Connection connection, ServerInfo server, int expected) throws SQLException {
        CallCounter counter = new CallCounter(connection);
        CanonicalSchema schema =
                new PostgreSqlDialect().catalog(server).read(counter.connection(), CatalogScope.defaultSchema());
        assertThat(schema.schema().tables()).hasSize(expected);
        return counter.executions();
    }

    private static void create(Connection connection, int tables) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < tables; i++) {
            sql.append("CREATE TABLE t")
                    .append(i)
                    .append(" (id serial PRIMARY KEY, name text UNIQUE, parent integer REFERENCES t")
                    .append(Math.max(0, i - 1))
                    .append(");\nCREATE INDEX ON t")
                    .append(i)
                    .append(" (lower(name));\n");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.toString());
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
