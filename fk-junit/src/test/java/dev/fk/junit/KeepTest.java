package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fk.core.database.Database;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Which databases are there when the run is over. Alone, because it looks at all databases of the server. */
@Tag("thorough")
@Isolated
@ExtendWith(TestKit.Provider.class)
class KeepTest {
    private static String databaseOf(Throwable failure) {
        return TestKit.keptUrl(failure).replaceAll(".*/|\\?.*", "");
    }

    private static void drop(TestKit kit, String database) throws Exception {
        kit.execute("DROP DATABASE " + database);
    }

    @Test
    void a_successful_test_leaves_nothing(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        kit.run(SuccessTestCases.class).succeeded(1);
        assertThat(kit.databases()).isEqualTo(before);
    }

    @WithSchema(Notes.class)
    static class SuccessTestCases {
        @Test
        void writes_and_leaks_a_connection(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "me");
            dataSource.getConnection().createStatement().execute("BEGIN; INSERT INTO note VALUES ('leaked')");
        }
    }

    @Test
    void the_database_of_a_failed_test_is_kept_and_the_failure_says_where(TestKit kit) throws Exception {
        Throwable failure = kit.run(FailureTestCases.class).failed(1).failure();
        assertThat(failure).hasMessage("on purpose");
        String url = TestKit.keptUrl(failure);
        assertThat(kit.query(url, "SELECT author FROM note")).containsExactly("evidence");
        String name = databaseOf(failure);
        assertThat(TestKit.kept(failure)
                        .orElseThrow()
                        .replace(name, "fk_…")
                        .replaceAll(":\\d+/", ":…/")
                        .replaceAll("repeats them: .*/target/attachments/test-\\d+/", "repeats them: …/"))
                .isEqualTo(
                        """
                        the database of this test is kept
                            jdbc:postgresql://127.0.0.1:…/fk_…
                            psql postgresql://fk_tests@127.0.0.1:…/fk_…
                            The server is not fk's, so nothing removes the database later: drop it when you are done.
                            statements, tables, differences and a script that repeats them: …/fk-*
                            set by JUnit configuration parameter: fk.postgresql.url = jdbc:postgresql://127.0.0.1:…/postgres, fk.postgresql.user = fk_tests, fk.postgresql.password = ***""");
        drop(kit, name);
    }

    @WithSchema(Notes.class)
    static class FailureTestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "evidence");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void a_failure_after_the_test_counts(TestKit kit) throws Exception {
        Throwable failure = kit.run(AfterEachTestCases.class).failed(1).failure();
        drop(kit, databaseOf(failure));
    }

    @WithSchema(Notes.class)
    static class AfterEachTestCases {
        @Test
        void test() {}

        @AfterEach
        void after() {
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void a_failed_dynamic_test_counts(TestKit kit) throws Exception {
        Throwable failure = kit.run(DynamicTestCases.class).finished(1, 1, 0).failure();
        drop(kit, databaseOf(failure));
    }

    @WithSchema(Notes.class)
    static class DynamicTestCases {
        @TestFactory
        Stream<DynamicTest> tests() {
            return Stream.of(DynamicTest.dynamicTest("good", () -> {}), DynamicTest.dynamicTest("bad", () -> {
                throw new AssertionError("on purpose");
            }));
        }
    }

    @Test
    void one_failed_method_keeps_the_database_of_the_class(TestKit kit) throws Exception {
        Throwable failure = kit.run(PerClassTestCases.class).finished(1, 1, 0).failure();
        assertThat(kit.query(TestKit.keptUrl(failure), "SELECT author FROM note ORDER BY 1"))
                .containsExactly("bad", "good");
        drop(kit, databaseOf(failure));
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    static class PerClassTestCases {
        @Test
        void good(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "good");
        }

        @Test
        void bad(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "bad");
            throw new AssertionError("on purpose");
        }
    }

    @Test
    void an_aborted_test_is_no_failure(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        assertThat(kit.run(AbortedTestCases.class)
                        .finished(0, 0, 1)
                        .aborts()
                        .get(0)
                        .getSuppressed())
                .isEmpty();
        assertThat(kit.databases()).isEqualTo(before);
    }

    @WithSchema(Notes.class)
    static class AbortedTestCases {
        @Test
        void test() {
            assumeTrue(false);
        }
    }

    @Test
    void never_means_never(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        Throwable failure =
                kit.run(FailureTestCases.class, "fk.keep", "never").failed(1).failure();
        assertThat(TestKit.kept(failure)).isEmpty();
        assertThat(kit.databases()).isEqualTo(before);
    }

    @Test
    void always_keeps_the_database_of_a_successful_test(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        kit.run(AlwaysTestCases.class).succeeded(1);
        List<String> kept = kit.databases();
        kept.removeAll(before);
        assertThat(kept).hasSize(1);
        drop(kit, kept.get(0));
    }

    @WithSchema(value = Notes.class, keep = Keep.ALWAYS)
    static class AlwaysTestCases {
        @Test
        void test(Database database) {}
    }

    @Test
    void databases_that_fk_did_not_create_stay(TestKit kit) throws Exception {
        kit.execute("CREATE DATABASE fk_of_somebody_else");
        kit.run(List.of(SuccessTestCases.class, AbortedTestCases.class));
        assertThat(kit.databases()).contains("fk_of_somebody_else");
        drop(kit, "fk_of_somebody_else");
    }
}
