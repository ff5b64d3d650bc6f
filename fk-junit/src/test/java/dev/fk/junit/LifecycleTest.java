package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of JUnit to call a test that others do not have. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class LifecycleTest {
    private static void isPristine(DataSource database) throws Exception {
        assertThat(CurrentDatabase.get().dataSource()).isSameAs(database);
        assertThat(Notes.authors(database)).isEmpty();
        Notes.write(database, "somebody");
    }

    @Test
    void every_test_of_every_run_of_a_parameterized_class_has_a_database_of_its_own(TestKit kit) {
        kit.run(ParameterizedTestCases.class).succeeded(8);
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @WithSchema(Notes.class)
    static class ParameterizedTestCases {
        @Parameter
        int number;

        @RepeatedTest(2)
        void test(DataSource database) throws Exception {
            isPristine(database);
        }

        @Nested
        @ParameterizedClass
        @ValueSource(strings = "one more")
        class Inner {
            private final Database inConstructor = CurrentDatabase.get();

            @RepeatedTest(2)
            void nested(DataSource database) throws Exception {
                assertThat(inConstructor.dataSource()).isSameAs(database);
                isPristine(database);
            }

            Inner(String text) {}
        }
    }

    private static final Set<String> URLS = ConcurrentHashMap.newKeySet();

    @Test
    void each_run_of_a_parameterized_class_has_its_own_if_the_class_shares_one(TestKit kit) {
        kit.run(SharedParameterizedTestCases.class).succeeded(4);
        assertThat(URLS).hasSize(2);
    }

    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    static class SharedParameterizedTestCases {
        @Parameter
        int number;

        @RepeatedTest(2)
        void test(Database database) {
            URLS.add(database.url());
        }
    }

    @Test
    void every_invocation_of_a_test_template_has_a_database_of_its_own(TestKit kit) {
        kit.run(TemplateTestCases.class).succeeded(3);
    }

    @WithSchema(Notes.class)
    static class TemplateTestCases {
        static final class Thrice implements TestTemplateInvocationContextProvider {
            @Override
            public boolean supportsTestTemplate(ExtensionContext context) {
                return true;
            }

            @Override
            public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
                    ExtensionContext context) {
                return Stream.<TestTemplateInvocationContext>generate(() -> new TestTemplateInvocationContext() {})
                        .limit(3);
            }
        }

        @TestTemplate
        @ExtendWith(Thrice.class)
        void test(DataSource database) throws Exception {
            isPristine(database);
        }
    }

    @Test
    void a_test_that_runs_out_of_time_fails_and_others_do_not_suffer(TestKit kit) {
        TestKit.Run run = kit.run(SlowTestCases.class, "fk.keep", "never").finished(1, 1, 0);
        assertThat(run.failure()).isInstanceOf(TimeoutException.class);
        assertThat(run.files()).containsKey("fk-repro.sql");
    }

    @WithSchema(Notes.class)
    static class SlowTestCases {
        @BeforeEach
        void before(DataSource database) throws Exception {
            isPristine(database);
        }

        @Test
        @Timeout(value = 200, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void slow(DataSource database) throws Exception {
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(database);
            Notes.execute(database, "SELECT pg_sleep(60)");
        }

        @Test
        void quick(DataSource database) {
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(database);
        }

        @AfterEach
        void after(DataSource database) {
            assertThat(CurrentDatabase.get().dataSource()).isSameAs(database);
        }
    }

    @Test
    void tests_that_are_inherited_have_one_each(TestKit kit) {
        kit.run(HeirTestCases.class).succeeded(4);
    }

    abstract static class Ancestor {
        @RepeatedTest(2)
        void inherited(DataSource database) throws Exception {
            isPristine(database);
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void nested(DataSource database) throws Exception {
                isPristine(database);
            }
        }
    }

    @WithSchema(Notes.class)
    static class HeirTestCases extends Ancestor {}
}
