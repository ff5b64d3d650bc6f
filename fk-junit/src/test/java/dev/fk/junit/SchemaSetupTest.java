package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.sync.SyncMode;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases declared by code. */
@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class SchemaSetupTest {
    @Test
    void has_a_method_for_each_attribute_of_the_annotation() {
        Set<String> methods = new TreeSet<>(Arrays.stream(SchemaSetup.class.getMethods())
                .filter(m -> m.getReturnType() == SchemaSetup.class)
                .map(Method::getName)
                .toList());
        List<String> attributes = Arrays.stream(WithSchema.class.getDeclaredMethods())
                .map(Method::getName)
                .map(name -> name.equals("value") ? "of" : name.equals("name") ? "named" : name)
                .toList();
        assertThat(methods).containsExactlyInAnyOrderElementsOf(attributes);
    }

    @Test
    void is_not_changed_by_its_methods(TestKit kit) {
        kit.run(ImmutableTestCases.class).succeeded(1);
    }

    static class ImmutableTestCases {
        private static final SchemaSetup EMPTY = SchemaSetup.of();

        @RegisterExtension
        static final SchemaSetup BASE = EMPTY.named("base");

        static {
            BASE.sync(SyncMode.NONE).named("another").dialect("nosuch");
        }

        @Test
        void test(@NamedDatabase("base") Connection connection) {}
    }

    @Test
    void a_static_field_gives_every_test_a_database(TestKit kit) {
        kit.run(StaticTestCases.class).succeeded(8);
    }

    static class StaticTestCases {
        @RegisterExtension
        static final SchemaSetup NOTES = SchemaSetup.of(new Notes());

        private final Database inConstructor = NOTES.database();

        @BeforeAll
        static void has_none_and_says_why() {
            assertThatThrownBy(NOTES::database)
                    .hasMessageContaining("this runs once for several tests")
                    .hasMessageEndingWith("open() makes one at any time.");
        }

        @RepeatedTest(2)
        void is_bound_and_injected(Database injected, DataSource dataSource) throws Exception {
            assertThat(CurrentDatabase.get())
                    .isSameAs(injected)
                    .isSameAs(inConstructor)
                    .isSameAs(NOTES.database());
            assertThat(NOTES.dataSource()).isSameAs(dataSource);
            assertThat(NOTES.url()).startsWith("jdbc:postgresql:");
            assertThat(Notes.authors(dataSource)).isEmpty();
            Notes.write(dataSource, "somebody");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void is_pristine(int number) throws Exception {
            assertThat(Notes.authors(NOTES.dataSource())).isEmpty();
            Notes.write(NOTES.dataSource(), "somebody");
        }

        @Test
        @WithSchema(keep = Keep.NEVER)
        void is_merged_with_an_annotation_that_is_closer(Database database) throws Exception {
            assertThat(Notes.authors(database.dataSource())).isEmpty();
        }

        @Nested
        class Inner {
            @RepeatedTest(2)
            void is_inherited_by_nested_classes(Database injected) throws Exception {
                assertThat(NOTES.database()).isSameAs(injected);
                assertThat(Notes.authors(injected.dataSource())).isEmpty();
                Notes.write(injected.dataSource(), "somebody");
            }

            @Test
            @WithSchema(DeclarationTest.OtherTable.class)
            void and_can_be_replaced(DataSource dataSource) throws Exception {
                assertThat(Notes.ask(dataSource, "SELECT count(*) FROM other")).isEqualTo("0");
            }
        }
    }

    @Test
    void several_fields_are_several_databases(TestKit kit) {
        kit.run(SeveralTestCases.class).succeeded(2);
    }

    static class SeveralTestCases {
        @RegisterExtension
        static final SchemaSetup NOTES = SchemaSetup.of(Notes.class).isolation(Isolation.PER_CLASS);

        @RegisterExtension
        static final SchemaSetup AUDIT = SchemaSetup.of(DeclarationTest.OtherTable.class)
                .named("audit")
                .keep(Keep.NEVER)
                .whenUnavailable(WhenUnavailable.FAIL);

        @BeforeAll
        static void before(Database notes) throws Exception {
            Notes.write(notes.dataSource(), "before all");
        }

        @RepeatedTest(2)
        void test(@NamedDatabase("audit") DataSource audit) throws Exception {
            assertThat(AUDIT.dataSource()).isSameAs(audit);
            assertThat(Notes.authors(NOTES.dataSource())).isEqualTo("before all");
            assertThat(Notes.ask(audit, "SELECT count(*) FROM other")).isEqualTo("0");
            Notes.execute(audit, "INSERT INTO other VALUES (1)");
        }

        @AfterAll
        static void after(Database notes) {
            assertThat(NOTES.database()).isSameAs(notes);
        }
    }

    @Test
    void a_field_of_the_instance_is_for_its_test(TestKit kit) {
        kit.run(InstanceFieldTestCases.class).succeeded(2);
    }

    static class InstanceFieldTestCases {
        @RegisterExtension
        final SchemaSetup notes = SchemaSetup.of(Notes.class);

        @RepeatedTest(2)
        void test(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEmpty();
            Notes.write(dataSource, "somebody");
        }
    }

    @Test
    void a_field_of_the_only_instance_is_for_the_class(TestKit kit) {
        kit.run(OneInstanceTestCases.class).succeeded(2);
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {
        @RegisterExtension
        final SchemaSetup notes = SchemaSetup.of(Notes.class).isolation(Isolation.PER_CLASS);

        @BeforeAll
        void before() throws Exception {
            Notes.write(notes.dataSource(), "before all");
        }

        @RepeatedTest(2)
        void test() throws Exception {
            assertThat(Notes.authors(notes.dataSource())).isEqualTo("before all");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {EarlyTestCases.class, EarlyForTheClassTestCases.class})
    void in_a_field_of_the_instance_it_is_unknown_to_the_constructor_and_says_so(Class<?> testCases, TestKit kit) {
        assertThat(kit.run(testCases).failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContaining("No database is bound to thread")
                .hasMessageContaining("If its field is not static, JUnit knows of it only when the constructor and the"
                        + " initializers of all fields are through: make the field static"));
        kit.run(EarlyButStaticTestCases.class).succeeded(1);
    }

    static class EarlyTestCases {
        @RegisterExtension
        final SchemaSetup notes = SchemaSetup.of(Notes.class);

        final Database database = notes.database();

        @Test
        void test() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class EarlyForTheClassTestCases {
        @RegisterExtension
        final SchemaSetup notes = SchemaSetup.of(Notes.class).isolation(Isolation.PER_CLASS);

        EarlyForTheClassTestCases() {
            notes.url();
        }

        @Test
        void test() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class EarlyButStaticTestCases {
        @RegisterExtension
        static final SchemaSetup NOTES = SchemaSetup.of(Notes.class).isolation(Isolation.PER_CLASS);

        final Database database = NOTES.database();

        @Test
        void test() {
            assertThat(NOTES.database()).isSameAs(database);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {StaticInitializerTestCases.class, OtherExtensionTestCases.class, AnnotatedMethodTestCases.class})
    void before_any_test_has_its_database_it_is_told_when_there_is_one(Class<?> testCases, TestKit kit) {
        assertThat(kit.run(testCases).failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasStackTraceContaining("from its constructor on, in @BeforeEach, the test and @AfterEach; with"
                        + " Isolation.PER_CLASS or READ_ONLY in @BeforeAll, too, if it is the class that is annotated.")
                .hasStackTraceContaining(
                        "In static initializers, methods of @MethodSource and other extensions there is" + " none."));
    }

    static class StaticInitializerTestCases {
        @RegisterExtension
        static final SchemaSetup NOTES = SchemaSetup.of(Notes.class);

        static final Database DATABASE = NOTES.database();

        @Test
        void test() {}
    }

    static class Asking implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            CurrentDatabase.get();
        }
    }

    @WithSchema(Notes.class)
    @ExtendWith(Asking.class)
    static class OtherExtensionTestCases {
        @Test
        void test() {}
    }

    static class AnnotatedMethodTestCases {
        @BeforeAll
        static void before() {
            CurrentDatabase.get();
        }

        @Test
        @WithSchema(Notes.class)
        void test() {}
    }

    @Test
    void it_stands_beside_annotations(TestKit kit) {
        kit.run(MixedTestCases.class).succeeded(1);
    }

    @WithSchema(Notes.class)
    static class MixedTestCases {
        @RegisterExtension
        static final SchemaSetup AUDIT =
                SchemaSetup.of(DeclarationTest.OtherTable.class).named("audit");

        @Test
        void both_are_there(DataSource notes) throws Exception {
            assertThat(Notes.authors(notes)).isEmpty();
            assertThat(Notes.ask(AUDIT.dataSource(), "SELECT count(*) FROM other"))
                    .isEqualTo("0");
        }
    }

    @Test
    void per_class_in_a_field_of_the_instance_is_refused(TestKit kit) {
        assertThat(kit.run(PerClassInstanceTestCases.class).failed(1).failure())
                .hasMessageContaining("A SchemaSetup counts for the class if its field is static.");
    }

    static class PerClassInstanceTestCases {
        @RegisterExtension
        final SchemaSetup notes = SchemaSetup.of(Notes.class).isolation(Isolation.PER_CLASS);

        @Test
        void test() {}
    }
}
