package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No annotation is needed for tests to run at the same time: each finds what it wrote, and nothing else. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class ParallelTest {
    private static final String[] PARALLEL = {
        "junit.jupiter.execution.parallel.enabled",
        "true",
        "junit.jupiter.execution.parallel.mode.default",
        "concurrent",
        "junit.jupiter.execution.parallel.mode.classes.default",
        "concurrent",
        "junit.jupiter.execution.parallel.config.strategy",
        "fixed",
        "junit.jupiter.execution.parallel.config.fixed.parallelism",
        "8"
    };

    @Test
    void tests_of_all_kinds_do_not_meet(TestKit kit) {
        kit.run(
                        List.of(OneTestCases.class, TwoTestCases.class, ThreeTestCases.class, TogetherTestCases.class),
                        PARALLEL)
                .succeeded(3 * 20 + 6);
    }

    abstract static class Markers {
        private static void alone(String marker) throws Exception {
            DataSource bound = CurrentDatabase.get().dataSource();
            Notes.write(bound, marker);
            assertThat(Notes.authors(bound)).isEqualTo("before," + marker);
        }

        @BeforeEach
        void before(DataSource injected) throws Exception {
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(injected);
            Notes.write(injected, "before");
        }

        @AfterEach
        void after(DataSource injected) {
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(injected);
        }

        @RepeatedTest(5)
        void repetition(TestInfo info) throws Exception {
            alone(getClass().getSimpleName() + info.getDisplayName());
        }

        @ParameterizedTest
        @MethodSource("numbers")
        void parameterized(int number) throws Exception {
            alone(getClass().getSimpleName() + number);
        }

        static IntStream numbers() {
            return IntStream.range(0, 5);
        }

        @TestFactory
        Stream<DynamicTest> dynamic() {
            DataSource ofTheFactory = CurrentDatabase.get().dataSource();
            return numbers()
                    .mapToObj(n -> DynamicTest.dynamicTest(
                            "dynamic " + n,
                            () -> assertThat(CurrentDatabase.get().dataSource()).isSameAs(ofTheFactory)));
        }

        @Nested
        class Inner {
            @RepeatedTest(5)
            void nested(TestInfo info) throws Exception {
                alone("nested" + info.getDisplayName());
            }
        }
    }

    @WithSchema(Notes.class)
    static class OneTestCases extends Markers {}

    @WithSchema(Notes.class)
    static class TwoTestCases extends Markers {}

    @WithSchema(Notes.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ThreeTestCases extends Markers {}

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT) // one instance means one thread, unless told otherwise
    static class TogetherTestCases {
        private final CountDownLatch allWrote = new CountDownLatch(2);

        @RepeatedTest(2)
        void two_at_once_share_the_database_of_the_class(TestInfo info) throws Exception {
            DataSource bound = CurrentDatabase.get().dataSource();
            Notes.write(bound, info.getDisplayName().replaceAll(" of.*", ""));
            allWrote.countDown();
            assertThat(allWrote.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Notes.authors(bound)).contains("repetition 1,repetition 2");
        }

        @Nested
        class Inner {
            @RepeatedTest(4)
            void nested() throws Exception {
                assertThat(Notes.ask(CurrentDatabase.get().dataSource(), "SELECT count(*) < 3 FROM note"))
                        .isEqualTo("t");
            }
        }
    }
}
