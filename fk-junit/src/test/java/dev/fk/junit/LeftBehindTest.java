package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that still wait for an answer of the server when their test is over, as after a {@code @Timeout}. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(TestKit.Provider.class)
class LeftBehindTest {
    /** How long the server would take, and far less than that. */
    private static final int SECONDS = 30;

    private static final Duration SOON = Duration.ofSeconds(SECONDS / 2);

    @ParameterizedTest
    @ValueSource(classes = {OnPostgreSqlTestCases.class, OnMariaDbTestCases.class})
    void nobody_waits_for_them(Class<?> testCases, TestKit kit) {
        long start = System.nanoTime();
        kit.run(testCases, "fk.keep", "on-failure").finished(2, 1, 0);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    abstract static class TestCases {
        private final String sleep;
        private final String sleeping;

        TestCases(String sleep, String sleeping) {
            this.sleep = sleep;
            this.sleeping = sleeping;
        }

        /** Returns when the server has begun. */
        private void leave(Connection busy, DataSource dataSource) throws SQLException {
            Thread thread = new Thread(() -> {
                try (Statement statement = busy.createStatement()) {
                    statement.execute(sleep);
                } catch (SQLException ended) {
                    // as it should be
                }
            });
            thread.setDaemon(true);
            thread.start();
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                boolean begun = false;
                while (!begun) {
                    try (ResultSet rows = statement.executeQuery(sleeping)) {
                        begun = rows.next();
                    }
                }
            }
        }

        @Test
        void on_a_connection_of_their_own(DataSource dataSource) throws Exception {
            leave(dataSource.getConnection(), dataSource);
        }

        @Test
        void on_a_connection_that_fk_closes(Connection connection, DataSource dataSource) throws Exception {
            leave(connection, dataSource);
        }

        @Test
        void of_a_test_that_fails(DataSource dataSource) throws Exception {
            leave(dataSource.getConnection(), dataSource);
            throw new AssertionError("on purpose");
        }
    }

    @WithSchema(Notes.class)
    static class OnPostgreSqlTestCases extends TestCases {
        OnPostgreSqlTestCases() {
            super(
                    "INSERT INTO note SELECT pg_sleep(" + SECONDS + ")::text",
                    "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()");
        }
    }

    @WithSchema(value = Notes.class, dialect = "mariadb")
    static class OnMariaDbTestCases extends TestCases {
        OnMariaDbTestCases() {
            super(
                    "INSERT INTO note SELECT sleep(" + SECONDS + ")",
                    "SELECT 1 FROM information_schema.processlist WHERE state = 'User sleep' AND db = database()");
        }
    }
}
