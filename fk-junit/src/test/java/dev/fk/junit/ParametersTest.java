package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.junit.provision.DataSources;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

@Tag("thorough")
@ExtendWith(TestKit.Provider.class)
class ParametersTest {
    @Test
    void are_resolved_by_type_wherever_a_test_class_can_have_them(TestKit kit) {
        kit.run(AllTypesTestCases.class).succeeded(3);
    }

    @WithSchema(Notes.class)
    static class AllTypesTestCases {
        private final Database database;

        AllTypesTestCases(Database database, TestInfo info, Connection connection) throws Exception {
            this.database = database;
            assertThat(database).isSameAs(CurrentDatabase.get());
            assertThat(connection.getMetaData().getURL()).isEqualTo(database.url());
        }

        @BeforeEach
        void before(DataSource dataSource) throws Exception {
            assertThat(dataSource).isSameAs(database.dataSource());
            Notes.write(dataSource, "before");
        }

        @Test
        void test(Database same, Connection connection, Schema schema, CanonicalSchema canonical, TestReporter other)
                throws Exception {
            assertThat(same).isSameAs(database);
            assertThat(connection.getCatalog()).isEqualTo(database.server().database());
            assertThat(canonical.schema()).isEqualTo(schema);
        }

        @Test
        void changes_go_to_the_same_database(QueryInterface queries, DataSource dataSource) throws Exception {
            queries.renameTable("note", "memo");
            assertThat(Notes.ask(dataSource, "SELECT author FROM memo")).isEqualTo("before");
        }

        @RepeatedTest(1)
        void repetition(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEqualTo("before");
        }

        @AfterEach
        void after(Connection connection) throws Exception {
            assertThat(connection.isValid(1)).isTrue();
        }
    }

    @Test
    void a_connection_is_closed_after_its_test_even_when_the_database_lives_on(TestKit kit) {
        kit.run(ConnectionTestCases.class).succeeded(2);
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ConnectionTestCases {
        private final List<Connection> before = new ArrayList<>();

        @RepeatedTest(2)
        void is_open_here_and_closed_later(Connection connection) throws Exception {
            assertThat(connection.isClosed()).isFalse();
            for (Connection earlier : before) {
                assertThat(earlier.isClosed()).isTrue();
            }
            before.add(connection);
        }
    }

    @Test
    void before_all_without_a_database_of_the_class_is_refused_with_the_ways_out(TestKit kit) {
        assertThat(kit.run(BeforeAllTestCases.class).failure())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("each of them gets a database of its own (isolation PER_METHOD)")
                .hasMessageContaining("@WithSchema(isolation = Isolation.PER_CLASS)")
                .hasMessageContaining("dev.fk.core.database.Database, javax.sql.DataSource, java.sql.Connection,"
                        + " dev.fk.core.schema.Schema, dev.fk.core.schema.CanonicalSchema,"
                        + " dev.fk.core.migration.QueryInterface");
    }

    @WithSchema(Notes.class)
    static class BeforeAllTestCases {
        @BeforeAll
        static void before(Connection connection) {}

        @Test
        void test() {}
    }

    @Test
    void a_constructor_that_runs_once_for_all_tests_is_refused_likewise(TestKit kit) {
        assertThat(kit.run(OneInstanceTestCases.class).failure())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("isolation PER_METHOD");
    }

    @WithSchema(Notes.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceTestCases {
        OneInstanceTestCases(Database database) {}

        @Test
        void test() {}
    }

    @Test
    void other_types_are_left_to_others(TestKit kit) {
        assertThat(kit.run(OtherTypeTestCases.class).failed(1).failure())
                .isInstanceOf(ParameterResolutionException.class)
                .hasMessageContaining("No ParameterResolver registered");
    }

    @WithSchema(Notes.class)
    static class OtherTypeTestCases {
        @Test
        void test(java.sql.Statement statement) {}
    }

    /** JUnit refuses a parameter that two are willing to give: Spring would, for {@code @Autowired DataSource}. */
    @Test
    void parameters_with_annotations_of_others_are_left_to_these(TestKit kit) {
        kit.run(OthersTestCases.class).succeeded(1);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Autowired {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nullable {}

    static final class Spring implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.isAnnotated(Autowired.class)
                    || parameter.getDeclaringExecutable().isAnnotationPresent(Autowired.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return DataSources.toUrl("jdbc:spring", Map.of(), "Spring's");
        }
    }

    @WithSchema(Notes.class)
    @WithSchema(name = "other", value = Notes.class)
    @ExtendWith(Spring.class)
    static class OthersTestCases {
        private final DataSource constructed;

        @Autowired
        OthersTestCases(DataSource constructed) {
            this.constructed = constructed;
        }

        @Test
        void test(
                @Autowired DataSource springs,
                DataSource ours,
                @Nullable DataSource alsoOurs,
                @NamedDatabase("other") Database other) {
            assertThat(constructed.toString()).contains("Spring");
            assertThat(springs.toString()).contains("Spring");
            assertThat(ours).isSameAs(alsoOurs).isSameAs(CurrentDatabase.get().dataSource());
            assertThat(other).isSameAs(CurrentDatabase.get("other"));
        }
    }
}
