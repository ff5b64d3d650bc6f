package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class BindingTest {
    private static final String UNBOUND =
            "this runs once for several tests, and each of them gets a database of its own";

    @Test
    void every_call_into_the_test_class_has_the_same_database_bound(TestKit kit) {
        kit.run(EveryKindTestCases.class).succeeded(9);
        assertThat(CurrentDatabase.find()).isEmpty();
    }

    @WithSchema(Notes.class)
    static class EveryKindTestCases {
        private final Database inConstructor = CurrentDatabase.get();

        @BeforeAll
        static void has_none_and_says_why() {
            assertThatThrownBy(CurrentDatabase::get).hasMessageContaining(UNBOUND);
        }

        @BeforeEach
        void before(Database injected) {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor).isSameAs(injected);
        }

        @AfterEach
        void after(Database injected) {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor).isSameAs(injected);
        }

        @AfterAll
        static void has_none_either() {
            assertThatThrownBy(CurrentDatabase::get).hasMessageContaining(UNBOUND);
        }

        @Test
        void in_a_test() throws Exception {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor);
            assertThat(Notes.authors(CurrentDatabase.get().dataSource())).isEmpty();
        }

        @RepeatedTest(2)
        void in_a_repetition() throws Exception {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor);
            assertThat(Notes.authors(CurrentDatabase.get().dataSource())).isEmpty();
            Notes.write(CurrentDatabase.get().dataSource(), "the repetition before");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void in_a_parameterized_test(int number) {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor);
        }

        @TestFactory
        Stream<DynamicNode> in_a_factory_and_its_tests() {
            Database inFactory = CurrentDatabase.get();
            assertThat(inFactory).isSameAs(inConstructor);
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "dynamic", () -> assertThat(CurrentDatabase.get()).isSameAs(inFactory)),
                    DynamicContainer.dynamicContainer(
                            "container",
                            Stream.of(DynamicTest.dynamicTest("deep", () -> assertThat(CurrentDatabase.get())
                                    .isSameAs(inFactory)))));
        }

        @Test
        @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void on_the_thread_of_a_timeout() {
            assertThat(CurrentDatabase.get()).isSameAs(inConstructor);
        }

        @Nested
        class Inner {
            private final Database inInnerConstructor = CurrentDatabase.get();

            @Test
            void in_a_nested_class() {
                assertThat(CurrentDatabase.get()).isSameAs(inConstructor).isSameAs(inInnerConstructor);
            }
        }
    }

    @Test
    void a_database_per_class_is_there_before_all_and_after_all(TestKit kit) {
        kit.run(PerClassTestCases.class).succeeded(2);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    static class PerClassTestCases {
        @BeforeAll
        static void before(Database injected) throws Exception {
            assertThat(CurrentDatabase.get()).isSameAs(injected);
            Notes.write(injected.dataSource(), "before all");
        }

        @Test
        void one() throws Exception {
            assertThat(Notes.authors(CurrentDatabase.get().dataSource())).isEqualTo("before all");
        }

        @Test
        void other() throws Exception {
            assertThat(Notes.authors(CurrentDatabase.get().dataSource())).isEqualTo("before all");
        }

        @AfterAll
        static void after(Database injected) {
            assertThat(CurrentDatabase.get()).isSameAs(injected);
        }
    }

    @Test
    void one_instance_for_all_tests_still_has_a_database_for_each(TestKit kit) {
        kit.run(OneInstanceTestCases.class).succeeded(2);
    }

    @WithSchema(Notes.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {
        OneInstanceTestCases() {
            assertThatThrownBy(CurrentDatabase::get).hasMessageContaining(UNBOUND);
        }

        @BeforeAll
        void has_none_and_says_why() {
            assertThatThrownBy(CurrentDatabase::get).hasMessageContaining(UNBOUND);
        }

        @RepeatedTest(2)
        void is_pristine() throws Exception {
            assertThat(Notes.authors(CurrentDatabase.get().dataSource())).isEmpty();
            Notes.write(CurrentDatabase.get().dataSource(), "somebody");
        }
    }

    @Test
    void threads_of_the_test_are_unbound_on_purpose(TestKit kit) {
        kit.run(OwnThreadTestCases.class).succeeded(2);
    }

    @WithSchema
    static class OwnThreadTestCases {
        @ParameterizedTest
        @CsvSource({"mine, thread 'mine'.", "'', thread "})
        void asks_on_another_thread(String name, String shown) throws Exception {
            Thread thread = new Thread(
                    () -> assertThatThrownBy(CurrentDatabase::get)
                            .hasMessageContaining("No database is bound to " + shown)
                            .hasMessageNotContaining("''"),
                    name);
            Throwable[] thrown = new Throwable[1];
            thread.setUncaughtExceptionHandler((t, e) -> thrown[0] = e);
            thread.start();
            thread.join();
            assertThat(thrown[0]).isNull();
        }
    }
}
