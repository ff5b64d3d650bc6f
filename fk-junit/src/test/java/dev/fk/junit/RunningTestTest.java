package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;

/** One data source for all tests, as an application context has it. Isolated: other tests of this JVM have databases too. */
@Tag("thorough")
@Isolated
@ExtendWith(TestKit.Provider.class)
class RunningTestTest {
    private static final DataSource DATA_SOURCE = RunningTest.dataSource();
    private static final DataSource OTHER = RunningTest.dataSource("other");

    /** Uses the database wherever Spring may, in any order of the extensions. */
    static final class Framework implements ParameterResolver, BeforeEachCallback, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == String.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return count();
        }

        @Override
        public void beforeEach(ExtensionContext context) throws Exception {
            Notes.write(DATA_SOURCE, "before");
            context.getStore(Namespace.GLOBAL).put("transaction", DATA_SOURCE.getConnection());
        }

        @Override
        public void afterEach(ExtensionContext context) throws Exception {
            Notes.write(DATA_SOURCE, "after");
            context.getStore(Namespace.GLOBAL)
                    .get("transaction", Connection.class)
                    .close();
        }
    }

    private static String count() {
        try {
            return Notes.ask(DATA_SOURCE, "SELECT count(*) FROM note");
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Test
    void leads_others_to_the_database_of_the_test(TestKit kit) {
        kit.run(FrameworkFirstTestCases.class, "fk.leaks", "fail").succeeded(3);
        kit.run(FrameworkLastTestCases.class, "fk.leaks", "fail").succeeded(3);
        assertThatThrownBy(DATA_SOURCE::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageStartingWith("No test that runs has a database.");
    }

    abstract static class TestCases {
        TestCases(String count) {
            assertThat(count).isEqualTo("0");
        }

        @RepeatedTest(2)
        void on_any_thread(DataSource injected) {
            assertThat(count()).isEqualTo("1");
            assertThat(CompletableFuture.supplyAsync(RunningTestTest::count).join())
                    .isEqualTo("1");
        }

        @Test
        @WithSchema(name = "other", value = Notes.class)
        void and_name() throws Exception {
            Notes.write(OTHER, "me");
            assertThat(Notes.authors(OTHER)).isEqualTo("me");
            assertThat(Notes.authors(DATA_SOURCE)).isEqualTo("before");
        }
    }

    @ExtendWith(Framework.class)
    @WithSchema(Notes.class)
    static class FrameworkFirstTestCases extends TestCases {
        FrameworkFirstTestCases(String count) {
            super(count);
        }
    }

    @WithSchema(Notes.class)
    @ExtendWith(Framework.class)
    static class FrameworkLastTestCases extends TestCases {
        FrameworkLastTestCases(String count) {
            super(count);
        }
    }

    @Test
    void refuses_to_guess_between_tests_that_run_at_the_same_time(TestKit kit) {
        kit.run(
                        ParallelTestCases.class,
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "2")
                .succeeded(2);
    }

    @WithSchema(Notes.class)
    @TestInstance(Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT)
    static class ParallelTestCases {
        private final CyclicBarrier both = new CyclicBarrier(2);

        @BeforeEach
        void together() throws Exception {
            both.await(30, TimeUnit.SECONDS);
        }

        @RepeatedTest(2)
        @Execution(ExecutionMode.CONCURRENT)
        void test() throws Exception {
            assertThat(count()).isEqualTo("0");
            assertThatThrownBy(() -> CompletableFuture.supplyAsync(RunningTestTest::count)
                            .join())
                    .hasMessageContaining("2 tests run at the same time, each with a database of its own: "
                            + "ParallelTestCases: repetition 1 of 2, ParallelTestCases: repetition 2 of 2.");
            both.await(30, TimeUnit.SECONDS);
        }
    }
}
