package dev.fk.junit.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.WithSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
@WithSchema
class ConnectionPoolTest {
    private ConnectionPool pool;
    private DataSource dataSource;
    private DataSource database;

    @BeforeEach
    void open(DataSource database) {
        this.database = database;
        pool = new ConnectionPool(database, Renewal.by("DISCARD ALL"), 2);
        dataSource = pool.dataSource();
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String process(Connection connection) throws SQLException {
        return ask(connection, "SELECT pg_backend_pid()");
    }

    @Test
    void a_connection_that_is_given_back_is_used_again_as_good_as_new() throws Exception {
        String process;
        try (Connection connection = dataSource.getConnection()) {
            process = process(connection);
            execute(connection, "CREATE TABLE committed (id int)");
            connection.setAutoCommit(false);
            execute(connection, "CREATE TABLE pending (id int)");
            execute(connection, "SET search_path = pg_catalog");
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(process(connection)).isEqualTo(process);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(ask(connection, "SHOW search_path")).isEqualTo("\"$user\", public");
            assertThat(ask(connection, "SELECT to_regclass('committed')")).isEqualTo("committed");
            assertThat(ask(connection, "SELECT to_regclass('pending')")).isNull();
        }
    }

    @Test
    void prepared_statements_survive_the_reset_of_their_connection() throws Exception {
        for (int i = 0; i < 12; i++) {
            try (Connection connection = dataSource.getConnection();
                    var statement = connection.prepareStatement("SELECT ?::int + 1")) {
                statement.setInt(1, i);
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).isEqualTo(i + 1);
                }
            }
        }
    }

    @Test
    void a_connection_whose_driver_remembers_something_is_not_used_again() throws Exception {
        String process;
        try (Connection connection = dataSource.getConnection()) {
            process = process(connection);
            connection.setReadOnly(true);
        }
        try (Connection connection = dataSource.getConnection()) {
            assertThat(process(connection)).isNotEqualTo(process);
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    @Test
    void a_connection_that_the_server_ended_is_not_handed_out_again() throws Exception {
        try (Connection victim = dataSource.getConnection();
                Connection other = dataSource.getConnection()) {
            ask(other, "SELECT pg_terminate_backend(" + process(victim) + ")");
        }
        try (Connection one = dataSource.getConnection();
                Connection two = dataSource.getConnection()) {
            assertThat(process(one)).isNotEqualTo(process(two));
        }
    }

    @Test
    void nor_one_that_the_server_ended_while_nobody_used_it() throws Exception {
        String ended;
        try (Connection one = dataSource.getConnection();
                Connection two = dataSource.getConnection()) {
            ended = process(one) + ", " + process(two);
        }
        try (Connection admin = database.getConnection()) {
            ask(admin, "SELECT count(pg_terminate_backend(p, 5000)) FROM unnest(ARRAY[" + ended + "]) AS p");
        }
        try (Connection one = dataSource.getConnection()) {
            assertThat(ended).doesNotContain(process(one));
        }
        assertThat(pool.<String>lookIn(ConnectionPoolTest::process)).isNotEmpty();
    }

    @Test
    void a_closed_connection_is_of_no_use() throws Exception {
        Connection connection = dataSource.getConnection();
        assertThat(connection.isClosed()).isFalse();
        connection.close();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(0)).isFalse();
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void errors_of_the_driver_arrive_as_they_are() throws Exception {
        try (Connection connection = dataSource.getConnection()) {
            assertThatThrownBy(() -> connection.setTransactionIsolation(99)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void closing_the_pool_closes_what_was_never_given_back_and_ends_its_use() throws Exception {
        Connection leaked = dataSource.getConnection();
        pool.close();
        assertThat(leaked.isClosed()).isTrue();
        assertThatThrownBy(dataSource::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the test that used this database is over");
    }

    @Test
    void who_still_has_a_connection_is_told_why_it_is_closed() throws Exception {
        Connection kept = dataSource.getConnection();
        pool.handedOn().close();
        assertThat(kept.isClosed()).isTrue();
        assertThat(kept.isValid(1)).isFalse();
        kept.abort(Runnable::run);
        assertThatThrownBy(() -> execute(kept, "SELECT 1"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"))
                .hasMessageContaining(
                        "is closed: the test that used this database is over. This connection is from that test.")
                .hasMessageEndingWith("without it, which hands out connections again by itself.");
        kept.close();
    }

    @Test
    void the_data_source_only_gives_connections_and_says_so() throws Exception {
        assertThat(Set.of(dataSource)).contains(dataSource).doesNotContain(pool.dataSource());
        assertThat(dataSource.getLoginTimeout()).isZero();
        assertThat(dataSource.isWrapperFor(DataSource.class)).isTrue();
        assertThat(dataSource.unwrap(DataSource.class)).isSameAs(dataSource);
        assertThatThrownBy(() -> dataSource.unwrap(String.class)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> dataSource.getConnection("somebody", "else"))
                .isInstanceOf(SQLFeatureNotSupportedException.class);
        assertThatThrownBy(dataSource::getLogWriter)
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessageContaining("getLogWriter()");
    }
}
