package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test that fails leaves where tests share a database, and that those after it see nothing of it. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class FailingIsolationTest {
    private static TestKit.Run run(TestKit kit, String dialect, Class<?>... testCases) {
        return dialect.equals("postgresql")
                ? kit.run(List.of(testCases), "fk.keep", "never")
                : TestKit.runWith(
                        List.of(testCases),
                        Map.of("fk.keep", "never", "fk.dialect", dialect, "fk.provider", "embedded"));
    }

    private static String count(DataSource dataSource) throws Exception {
        return Notes.ask(dataSource, "SELECT count(*) FROM note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void rollback_shows_what_was_not_rolled_back_yet(String dialect, TestKit kit) {
        Map<String, String> files =
                run(kit, dialect, RollbackTestCases.class).finished(1, 1, 0).files();
        assertThat(files.get("fk-statements.log"))
                .contains("c1   INSERT INTO note VALUES ('evidence');", "c2   COMMIT;", "c2   ROLLBACK;");
        assertThat(files.get("fk-diff.txt")).contains("tables:\n  none\n", "note: 0 → 2");
        assertThat(files).containsKeys("fk-schema.sql", "fk-diagram.md");
        assertThat(files.get("fk-settings.txt"))
                .contains("fk.isolation = rollback (declared by the test)\n", "fk.dialect = " + dialect + " (");
        assertThat(files.get("fk-repro.sql"))
                .contains(
                        "-- There all of it was one transaction, and its own ones were savepoints (isolation ROLLBACK);\n"
                                + "-- keys that the server generates went on from those of earlier tests.\n"
                                + "INSERT INTO note VALUES ('evidence');\nBEGIN;\n");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class RollbackTestCases {
        @Test
        @Order(1)
        void fails(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO note VALUES ('committed')");
                connection.commit();
                statement.execute("INSERT INTO note VALUES ('not committed')");
            }
            throw new AssertionError("on purpose");
        }

        @Test
        @Order(2)
        void sees_nothing_of_it(DataSource dataSource) throws Exception {
            assertThat(count(dataSource)).isEqualTo("0");
        }
    }

    @Test
    void rollback_says_that_a_statement_that_failed_took_all_of_it_along(TestKit kit) throws Exception {
        TestKit.Run run = kit.run(AbortedTestCases.class).finished(1, 1, 0);
        Map<String, String> files = run.files();
        assertThat(files).doesNotContainKeys("fk-schema.sql", "fk-diagram.md").containsKey("fk-settings.txt");
        assertThat(files.get("fk-statements.log"))
                .contains("INSERT INTO note VALUES ('evidence');", "-- failed: ERROR: null value in column");
        assertThat(files.get("fk-diff.txt"))
                .startsWith("What AbortedTestCases: fails(DataSource) changed in its database cannot be seen: ")
                .contains("current transaction is aborted");
        assertThat(files.get("fk-repro.sql")).contains("CREATE TABLE \"note\"", "('evidence');\n");

        String url = TestKit.keptUrl(run.failure());
        assertThat(TestKit.kept(run.failure()).orElseThrow())
                .contains(
                        "Nothing that the test wrote is in it: it was all one transaction (isolation ROLLBACK), which the"
                                + " server ended when a statement failed.");
        assertThat(kit.query(url, "SELECT author FROM note")).isEmpty();
        kit.execute("DROP DATABASE " + url.replaceAll(".*/|\\?.*", ""));
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class AbortedTestCases {
        @Test
        @Order(1)
        void fails(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
            Notes.execute(dataSource, "INSERT INTO note VALUES (NULL)");
        }

        @Test
        @Order(2)
        void sees_nothing_of_it(DataSource dataSource) throws Exception {
            assertThat(count(dataSource)).isEqualTo("0");
        }
    }

    @Test
    void rollback_says_which_statement_ended_the_transaction_and_what_to_do(TestKit kit) {
        TestKit.Run run = kit.run(ExpectingTestCases.class, "fk.keep", "never").finished(2, 3, 0);
        assertThat(ended(run, "goes_on"))
                .startsWith("all of this test is one transaction (isolation ROLLBACK), which the server ended when")
                .contains(
                        "\n    failed first: INSERT INTO note VALUES (NULL)\n        ERROR: null value in column \"author\"",
                        "@WithSchema(isolation = Isolation.PER_METHOD)",
                        "connection.setAutoCommit(false) before it, connection.rollback() after it.");
        assertThat(ended(run, "asserts_on")).isEqualTo(ended(run, "goes_on"));
        assertThat(ended(run, "fails_itself")).isEmpty();
    }

    private static String ended(TestKit.Run run, String test) {
        return Arrays.stream(run.failure(test).getSuppressed())
                .filter(EndedTransaction.class::isInstance)
                .map(Throwable::getMessage)
                .collect(Collectors.joining());
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    static class ExpectingTestCases {
        private static final String REFUSED = "INSERT INTO note VALUES (NULL)";

        @Test
        void goes_on(DataSource dataSource) throws Exception {
            assertThatThrownBy(() -> Notes.execute(dataSource, REFUSED)).hasMessageContaining("author");
            Notes.write(dataSource, "next");
        }

        @Test
        void asserts_on(DataSource dataSource) {
            assertThatThrownBy(() -> Notes.execute(dataSource, REFUSED)).hasMessageContaining("author");
            assertThatCode(() -> Notes.write(dataSource, "next")).doesNotThrowAnyException();
        }

        @Test
        void fails_itself(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "first");
            Notes.execute(dataSource, REFUSED);
        }

        @Test
        void has_it_in_a_transaction_of_its_own(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "first");
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                assertThatThrownBy(() -> statement.execute(REFUSED)).hasMessageContaining("author");
                connection.rollback();
            }
            assertThat(Notes.authors(dataSource)).isEqualTo("first");
        }

        @Test
        @WithSchema(isolation = Isolation.PER_METHOD)
        void has_a_database_of_its_own(DataSource dataSource) throws Exception {
            assertThatThrownBy(() -> Notes.execute(dataSource, REFUSED)).hasMessageContaining("author");
            Notes.write(dataSource, "next");
            assertThat(Notes.authors(dataSource)).isEqualTo("next");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void rollback_with_ddl_shows_it_and_gives_the_next_test_tables_as_declared(String dialect, TestKit kit) {
        Map<String, String> files =
                run(kit, dialect, DdlTestCases.class).finished(1, 1, 0).files();
        assertThat(files.get("fk-diff.txt")).contains("table mine", "note: 0 → 1");
        assertThat(files.get("fk-schema.sql")).contains("mine");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DdlTestCases {
        @Test
        @Order(1)
        void fails(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
            Notes.execute(dataSource, "CREATE TABLE mine (id int)");
            throw new AssertionError("on purpose");
        }

        @Test
        @Order(2)
        void sees_nothing_of_it(DataSource dataSource) throws Exception {
            assertThat(count(dataSource)).isEqualTo("0");
            Notes.execute(dataSource, "CREATE TABLE mine (id int)");
        }
    }

    @Test
    void looking_at_the_database_of_one_test_leaves_the_next_one_as_much_time_as_it_had(TestKit kit) {
        run(kit, "postgresql", PatientTestCases.class).finished(1, 1, 0);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.ROLLBACK)
    static class PatientTestCases {
        @TestFactory
        Stream<DynamicTest> tests(DataSource dataSource) {
            return Stream.of(
                    DynamicTest.dynamicTest("bad", () -> {
                        throw new AssertionError("on purpose");
                    }),
                    DynamicTest.dynamicTest("good", () -> {
                        try (Connection connection = dataSource.getConnection()) {
                            assertThat(connection.getNetworkTimeout()).isZero();
                        }
                    }));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void read_only_shows_what_was_refused(String dialect, TestKit kit) {
        Map<String, String> files = run(kit, dialect, RefusedTestCases.class, ReaderTestCases.class)
                .finished(1, 1, 0)
                .files();
        assertThat(files.get("fk-statements.log"))
                .contains("INSERT INTO note VALUES ('evidence');\n", "-- failed: ")
                .containsPattern("(?i)read.only");
        assertThat(files.get("fk-diff.txt")).contains("tables:\n  none\n", "as many as before in every table");
        assertThat(files).containsKeys("fk-schema.sql", "fk-diagram.md", "fk-settings.txt");
        assertThat(files.get("fk-repro.sql"))
                .contains("-- There the server refused what writes (isolation READ_ONLY).\n");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
    static class RefusedTestCases {
        @Test
        void fails(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
        }
    }

    @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
    static class ReaderTestCases {
        @Test
        void sees_nothing_of_it(DataSource dataSource) throws Exception {
            assertThat(count(dataSource)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void read_only_does_not_end_with_a_transaction_that_only_read(String dialect, TestKit kit) {
        run(kit, dialect, TidyTestCases.class).finished(1, 0, 0);
    }

    /** As Spring does after {@code @Transactional(readOnly = true)}, and HikariCP when it gets a connection back. */
    @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
    static class TidyTestCases {
        @Test
        void cannot_write(DataSource dataSource) throws Exception {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setReadOnly(true);
                statement.execute("SELECT 1");
                connection.setReadOnly(false);
                assertThatThrownBy(() -> statement.execute("INSERT INTO note VALUES ('evidence')"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void read_only_shows_what_was_written_all_the_same_to_nobody_else(String dialect, TestKit kit) {
        Map<String, String> files = run(kit, dialect, SneakingTestCases.class, ReaderTestCases.class)
                .finished(1, 1, 0)
                .files();
        assertThat(files.get("fk-diff.txt"))
                .startsWith("What SneakingTestCases: fails(DataSource), and what ran before it, changed")
                .contains("note: 0 → 1");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.READ_ONLY)
    static class SneakingTestCases {
        @Test
        void fails(DataSource dataSource) throws Exception {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                connection.setReadOnly(false);
                boolean mariaDb =
                        connection.getMetaData().getDatabaseProductName().equals("MariaDB");
                statement.execute(
                        mariaDb
                                ? "SET SESSION TRANSACTION READ WRITE"
                                : "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
                statement.execute("INSERT INTO note VALUES ('evidence')");
            }
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void read_only_keeps_the_database_of_a_failed_test_and_goes_on_with_another(TestKit kit) throws Exception {
        TestKit.Run run =
                kit.run(List.of(SneakingTestCases.class, ReaderTestCases.class)).finished(1, 1, 0);
        String url = TestKit.keptUrl(run.failure());
        assertThat(kit.query(url, "SELECT author FROM note")).containsExactly("evidence");
        assertThat(TestKit.kept(run.failure()).orElseThrow())
                .contains("Tests that only read share it (isolation READ_ONLY); the server refuses whatever writes.");
        kit.execute("DROP DATABASE " + url.replaceAll(".*/|\\?.*", ""));
    }
}
