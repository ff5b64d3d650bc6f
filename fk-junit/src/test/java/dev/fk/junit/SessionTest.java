package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.NoServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class SessionTest {
    private static final Set<String> SERVERS = ConcurrentHashMap.newKeySet();

    private static List<String> lines(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.filter(f -> f.toString().endsWith(".txt")).toList();
            assertThat(all).hasSize(1);
            return Files.readAllLines(all.get(0));
        }
    }

    @Test
    void starts_one_embedded_server_for_all_classes_and_reports_what_it_served(@TempDir Path reports) throws Exception {
        TestKit.runWith(
                        List.of(FirstTestCases.class, SecondTestCases.class),
                        Map.of("fk.provider", "embedded", "fk.report.servers", reports.toString()))
                .succeeded(6);
        assertThat(SERVERS).hasSize(1);
        assertThat(lines(reports)).hasSize(1).allMatch(l -> l.matches("postgresql \\d+\\.\\d+ embedded\t6 tests"));
    }

    @WithSchema
    static class FirstTestCases {
        @RepeatedTest(2)
        void test(Database database) {
            SERVERS.add(database.url().replaceAll("/fk_.*", ""));
        }

        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.of(DynamicTest.dynamicTest("a", () -> {}), DynamicTest.dynamicTest("b", () -> {}));
        }
    }

    @WithSchema
    static class SecondTestCases {
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void test(int number, Database database) {
            SERVERS.add(database.url().replaceAll("/fk_.*", ""));
        }
    }

    @Test
    void reports_nothing_when_nothing_was_used(TestKit kit, @TempDir Path reports) throws Exception {
        kit.run(PlainTestCases.class, "fk.report.servers", reports.toString()).succeeded(1);
        assertThat(reports).isEmptyDirectory();
    }

    static class PlainTestCases {
        @Test
        void test() {}
    }

    @Test
    void without_a_server_every_class_fails_with_each_provisioners_reason() {
        TestKit.Run run = TestKit.runWith(
                List.of(FirstTestCases.class, SecondTestCases.class), Map.of("fk.provider", "external"));
        assertThat(run.failures())
                .hasSize(2)
                .allSatisfy(
                        failure -> assertThat(failure)
                                .isInstanceOf(NoServerException.class)
                                .hasMessage(
                                        """
                        No postgresql server for the tests (fk.provider is external).
                          external: fk.postgresql.url is not set.
                                    Set it to the JDBC URL of a server where databases can be created, and fk.postgresql.user and .password.
                          Or let the tests be aborted instead: fk.when-unavailable=abort."""));
    }

    @Test
    void without_a_server_tests_are_aborted_on_request() {
        Map<String, String> nowhere = new HashMap<>(Map.of("fk.provider", "external"));
        TestKit.Run byAnnotation = TestKit.runWith(List.of(AbortingTestCases.class), nowhere);
        assertThat(byAnnotation.failures()).isEmpty();
        assertThat(byAnnotation.aborts()).singleElement().isInstanceOf(TestAbortedException.class);

        nowhere.put("fk.when-unavailable", "abort");
        TestKit.Run byConfiguration =
                TestKit.runWith(List.of(FirstTestCases.class, ConstructorTestCases.class), nowhere);
        assertThat(byConfiguration.failures()).isEmpty();
        assertThat(byConfiguration.aborts()).hasSize(2).allSatisfy(abort -> assertThat(abort)
                .hasMessageContaining("external: fk.postgresql.url is not set."));
    }

    @Test
    void a_dialect_that_is_none_aborts_nothing() {
        TestKit.Run run = TestKit.runWith(
                List.of(AbortingTestCases.class), Map.of("fk.dialect", "postgres", "fk.provider", "external"));
        assertThat(run.aborts()).isEmpty();
        assertThat(run.failure())
                .isInstanceOf(NoServerException.class)
                .hasMessage(
                        """
                        No postgres server for the tests (fk.provider is external).
                          external: no databases can be made on postgres; did you mean postgresql?
                                    Use one of postgresql, mysql, mariadb.""");
    }

    @WithSchema(whenUnavailable = WhenUnavailable.ABORT)
    static class AbortingTestCases {
        @BeforeAll
        static void before() {
            throw new AssertionError("not reached");
        }

        @Test
        void test() {}
    }

    @WithSchema(isolation = Isolation.PER_CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ConstructorTestCases {
        ConstructorTestCases(Database database) {}

        @Test
        void test() {}
    }

    @Test
    void an_external_server_that_does_not_answer_is_a_failure_not_a_reason_to_take_another() {
        TestKit.Run run = TestKit.runWith(
                List.of(SecondTestCases.class),
                Map.of("fk.postgresql.url", "jdbc:postgresql://127.0.0.1:1/x?user=me&password=secret"));
        assertThat(run.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("fk.postgresql.url is set to jdbc:postgresql://127.0.0.1:1/x?user=me, but")
                .hasMessageContaining("remove it to let fk start one")
                .hasMessageNotContaining("secret"));
    }

    @Test
    void an_external_server_that_does_not_answer_aborts_tests_on_request() {
        TestKit.Run run = TestKit.runWith(
                List.of(FirstTestCases.class, ConstructorTestCases.class),
                Map.of("fk.postgresql.url", "jdbc:postgresql://127.0.0.1:1/x", "fk.when-unavailable", "abort"));
        assertThat(run.failures()).isEmpty();
        assertThat(run.aborts()).hasSize(2).allSatisfy(abort -> assertThat(abort)
                .hasMessageStartingWith("fk.postgresql.url is set to jdbc:postgresql://127.0.0.1:1/x, but"));
    }

    @Test
    void an_external_server_that_knows_no_such_user_aborts_nothing(TestKit kit) {
        TestKit.Run run =
                kit.run(AbortingTestCases.class, "fk.postgresql.user", "fk_nobody", "fk.postgresql.password", "fk");
        assertThat(run.aborts()).isEmpty();
        assertThat(run.failure())
                .hasMessageContaining("but no connection is to be had: ")
                .hasMessageContaining("fk_nobody")
                .hasMessageEndingWith("\nStart that server, correct the setting, or remove it to let fk start one.");
    }

    @Test
    void what_a_static_initializer_sets_counts_for_the_whole_class() {
        try {
            TestKit.Run run =
                    TestKit.runWith(List.of(InitializedTestCases.Inside.class), Map.of("fk.provider", "binaries"));
            assertThat(run.failures()).singleElement().satisfies(failure -> assertThat(failure)
                    .isInstanceOf(NoServerException.class)
                    .hasMessageContaining("/set/by/a/static/initializer"));
        } finally {
            System.clearProperty("fk.mysql.home");
        }
    }

    static class InitializedTestCases {
        static {
            System.setProperty("fk.mysql.home", "/set/by/a/static/initializer");
        }

        @Nested
        @WithSchema(dialect = "mysql")
        class Inside {
            @Test
            void test() {}
        }
    }

    @Test
    void a_provider_that_does_not_exist_is_named_with_those_that_do() {
        TestKit.Run run = TestKit.runWith(List.of(SecondTestCases.class), Map.of("fk.provider", "embeded"));
        assertThat(run.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("fk.provider is 'embeded', expected one of external, embedded"));
    }
}
