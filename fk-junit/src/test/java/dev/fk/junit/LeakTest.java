package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.AssertionFailedError;

/** Connections that tests leave open. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class LeakTest {
    @Test
    void are_reported_with_where_they_were_opened(TestKit kit) {
        TestKit.Run run = kit.run(LeakingTestCases.class).succeeded(2);
        assertThat(run.entries("fk.leaks")).hasSize(1);
        Golden.verify(
                "leaks/one.txt",
                run.entries("fk.leaks")
                        .get(0)
                        .replaceAll("after \\d+ ms", "after … ms")
                        .replaceAll("on thread \\S+", "on thread …")
                        .replaceAll(":\\d+\\)", ":…)"));
    }

    @WithSchema(Notes.class)
    static class LeakingTestCases {
        @Test
        void closes_what_it_opens(DataSource dataSource, Connection closedByFk) throws Exception {
            Notes.write(dataSource, "me");
            try (Statement statement = closedByFk.createStatement()) {
                statement.execute("SELECT 1");
            }
        }

        @Test
        void leaves_a_connection_open(DataSource dataSource) throws Exception {
            open(dataSource);
        }

        private static void open(DataSource dataSource) throws Exception {
            dataSource.getConnection().createStatement().execute("INSERT INTO note VALUES ('leaked')");
        }
    }

    @Test
    void the_line_of_the_test_is_there_however_far_it_is_from_where_they_were_opened(TestKit kit) {
        assertThat(kit.run(FrameworkTestCases.class).succeeded(1).entries("fk.leaks"))
                .singleElement()
                .asString()
                .contains("\n        at java.base/java.util.concurrent.FutureTask.run(")
                .containsPattern(
                        "\n        …\n        at .*LeakTest\\$FrameworkTestCases\\.opens_it_far_away\\(LeakTest\\.java:\\d+\\)\nIt is closed");
    }

    @WithSchema(Notes.class)
    static class FrameworkTestCases {
        @Test
        void opens_it_far_away(DataSource dataSource) {
            FutureTask<Connection> opening = new FutureTask<>(dataSource::getConnection);
            FutureTask<?> call = opening;
            for (int i = 0; i < 10; i++) {
                call = new FutureTask<Object>(call::run, null);
            }
            call.run();
        }
    }

    @Test
    void several_are_told_together(TestKit kit) {
        assertThat(kit.run(SeveralTestCases.class).succeeded(1).entries("fk.leaks"))
                .singleElement()
                .asString()
                .startsWith("2 connections were not closed by leaves_two_open(DataSource)\n")
                .contains("\nThey are closed now. ");
    }

    @WithSchema(Notes.class)
    static class SeveralTestCases {
        @Test
        void leaves_two_open(DataSource dataSource) throws Exception {
            dataSource.getConnection();
            dataSource.getConnection();
        }
    }

    @Test
    void fail_the_test_if_that_is_wanted(TestKit kit) {
        assertThat(kit.run(LeakingTestCases.class, "fk.leaks", "fail", "fk.keep", "never")
                        .finished(1, 1, 0)
                        .failure())
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("A connection was not closed by leaves_a_connection_open(DataSource)");
    }

    @Test
    void are_nobodys_business_if_that_is_wanted(TestKit kit) {
        assertThat(kit.run(LeakingTestCases.class, "fk.leaks", "ignore")
                        .succeeded(2)
                        .entries("fk.leaks"))
                .isEmpty();
    }

    @Test
    void what_is_closed_after_each_is_no_leak(TestKit kit) {
        assertThat(kit.run(TidyTestCases.class, "fk.leaks", "fail").succeeded(1).entries("fk.leaks"))
                .isEmpty();
    }

    @WithSchema(Notes.class)
    @TestInstance(TestInstance.Lifecycle.PER_METHOD)
    static class TidyTestCases {
        private Connection connection;

        @BeforeEach
        void open(DataSource dataSource) throws Exception {
            connection = dataSource.getConnection();
        }

        @Test
        void test() throws Exception {
            assertThat(connection.unwrap(org.postgresql.PGConnection.class)).isNotNull();
            assertThat(connection.createStatement().getConnection()).isSameAs(connection);
        }

        @AfterEach
        void close() throws Exception {
            connection.close();
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void of_a_database_of_the_class_are_reported_when_it_ends(TestKit kit) {
        assertThat(kit.run(PerClassTestCases.class).succeeded(2).entries("fk.leaks"))
                .singleElement()
                .asString()
                .startsWith("2 connections were not closed by LeakTest$PerClassTestCases")
                .contains("PerClassTestCases.one(", "PerClassTestCases.other(");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    static class PerClassTestCases {
        @Test
        void one(DataSource dataSource) throws Exception {
            dataSource.getConnection();
        }

        @Test
        void other(DataSource dataSource) throws Exception {
            dataSource.getConnection();
        }
    }
}
