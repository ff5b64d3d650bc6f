package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.source.SchemaSource;
import dev.fk.junit.provision.ProvisioningException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** A schema is built once and copied for every test. Alone, because it looks at all databases of the server. */
@Tag("thorough")
@Isolated
@ExtendWith(TestKit.Provider.class)
class TemplateTest {
    private static final Map<String, AtomicInteger> BUILDS = new ConcurrentHashMap<>();

    /** Counts how often it is asked to build. */
    abstract static class Counting implements SchemaSource {
        @Override
        public void applyTo(Database database) {
            BUILDS.computeIfAbsent(getClass().getName(), name -> new AtomicInteger())
                    .incrementAndGet();
            new Notes().applyTo(database);
        }

        @Override
        public String fingerprint() {
            return "notes";
        }
    }

    private static int builds(Class<?> source) {
        return BUILDS.get(source.getName()).get();
    }

    @Test
    void is_built_once_for_all_tests_of_a_session_however_many_ask_at_once(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        kit.run(
                        List.of(FirstTestCases.class, SecondTestCases.class),
                        "junit.jupiter.execution.parallel.enabled",
                        "true",
                        "junit.jupiter.execution.parallel.mode.default",
                        "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy",
                        "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism",
                        "8")
                .succeeded(20);
        assertThat(builds(Once.class)).isEqualTo(1);
        assertThat(kit.databases()).isEqualTo(before);
    }

    static final class Once extends Counting {}

    @WithSchema(Once.class)
    static class FirstTestCases {
        @RepeatedTest(10)
        void has_a_database_of_its_own(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEmpty();
            Notes.write(dataSource, "first");
            assertThat(Notes.authors(dataSource)).isEqualTo("first");
        }
    }

    @WithSchema(Once.class)
    static class SecondTestCases {
        @RepeatedTest(10)
        void has_a_database_of_its_own(DataSource dataSource) throws Exception {
            assertThat(Notes.authors(dataSource)).isEmpty();
            Notes.write(dataSource, "second");
            assertThat(Notes.authors(dataSource)).isEqualTo("second");
        }
    }

    @Test
    void one_that_fails_halfway_is_never_used_and_every_test_is_told(TestKit kit) throws Exception {
        List<String> before = kit.databases();
        TestKit.Run run = kit.run(HalfTestCases.class).failed(3);
        assertThat(run.failures()).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(ProvisioningException.class)
                .hasMessage("Cannot build the database of Half: the second table is missing"));
        assertThat(builds(Half.class)).isEqualTo(1);
        assertThat(kit.databases()).isEqualTo(before);
    }

    static final class Half extends Counting {
        @Override
        public void applyTo(Database database) {
            super.applyTo(database);
            throw new IllegalStateException("the second table is missing");
        }
    }

    @WithSchema(Half.class)
    static class HalfTestCases {
        @RepeatedTest(3)
        void test() {}
    }

    @Test
    void equal_fingerprints_of_different_classes_are_different_schemas(TestKit kit) {
        kit.run(List.of(LeftTestCases.class, RightTestCases.class)).succeeded(2);
        assertThat(builds(Left.class)).isEqualTo(1);
        assertThat(builds(Right.class)).isEqualTo(1);
    }

    static final class Left extends Counting {}

    static final class Right extends Counting {}

    @WithSchema(Left.class)
    static class LeftTestCases {
        @Test
        void test() {}
    }

    @WithSchema(Right.class)
    static class RightTestCases {
        @Test
        void test() {}
    }
}
