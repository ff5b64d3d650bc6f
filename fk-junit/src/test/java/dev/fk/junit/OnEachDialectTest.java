package dev.fk.junit;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.CurrentDatabase;
import dev.fk.core.database.Database;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.junit.provision.NoServerException;
import dev.fk.junit.provision.testcontainers.Docker;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestDescriptor;

/** One class over several engines. */
@Tag("thorough")
class OnEachDialectTest {
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    static final class ChatModels implements ModelSource {
        @Override
        public Models models() {
            return Models.define(models -> {
                var participant = models.model("Participant", m -> m.tableName("participant")
                        .attribute("no", integer().primaryKey().autoIncrement())
                        .noTimestamps());
                var chat = models.model("Chat", m -> m.tableName("chat")
                        .attribute("contents", string(45).primaryKey())
                        .noTimestamps());
                participant.hasMany(chat, a -> a.foreignKey("participantNo").onDelete(CASCADE));
            });
        }
    }

    private static List<String> names(TestKit.Run run) {
        return run.results().containerEvents().started().stream()
                .map(e -> e.getTestDescriptor())
                .filter(d -> d.getUniqueId().getLastSegment().getType().equals("class-template-invocation"))
                .map(TestDescriptor::getDisplayName)
                .toList();
    }

    @Tag("containers")
    @Nested
    @ExtendWith(Docker.Needed.class)
    class InContainers {
        /** Of the image that is configured: {@code -Dfk.postgresql.image=postgres:15}. */
        private static String version(String image) {
            String dialect = image.replaceAll(":.*", "").replace("postgres", "postgresql");
            return System.getProperty("fk." + dialect + ".image", image).replaceAll(".*:", "");
        }

        @Test
        void runs_the_class_once_on_each_and_names_it_with_its_version() {
            TestKit.Run run = TestKit.runWith(List.of(EverywhereTestCases.class), Map.of("fk.provider", "container"));
            run.succeeded(15);
            assertThat(names(run))
                    .satisfiesExactly(
                            first -> assertThat(first).matches("postgresql " + version("postgres:18") + "(\\.\\d+)+"),
                            second -> assertThat(second).matches("mysql " + version("mysql:9") + "(\\.\\d+)+"),
                            third -> assertThat(third).matches("mariadb " + version("mariadb:11.8") + "(\\.\\d+)+"));
            assertThat(SEEN).containsExactly("postgresql", "mysql", "mariadb");
        }
    }

    @OnEachDialect
    @WithSchema(ChatModels.class)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class EverywhereTestCases {
        @BeforeAll
        static void belongs_to_no_dialect() {
            assertThatThrownBy(CurrentDatabase::get)
                    .hasMessageContaining("this runs once, around all that @OnEachDialect does.");
        }

        @Test
        @Order(1)
        void has_the_declared_tables(Database database) throws Exception {
            assertThat(database.read().schema().tables()).hasSize(2);
            assertThat(CurrentDatabase.get().server()).isEqualTo(database.server());
            SEEN.add(database.server().dialect().id());
        }

        @Test
        @Order(2)
        void writes(DataSource dataSource) throws Exception {
            Notes.execute(dataSource, "CREATE TABLE mine (id int)");
        }

        @Test
        @Order(3)
        void does_not_see_what_another_wrote(DataSource dataSource) throws Exception {
            Notes.execute(dataSource, "CREATE TABLE mine (id int)");
        }

        @Nested
        @WithSchema(isolation = Isolation.PER_CLASS)
        class Inside {
            @Test
            void runs_there_too(Database database) throws Exception {
                Notes.execute(database.dataSource(), "CREATE TABLE mine (id int)");
            }

            @Test
            void shares_a_database(Database database) {
                assertThat(database.read().schema().tables()).hasSizeBetween(2, 3);
            }
        }
    }

    @Test
    void one_that_is_missing_fails_its_own_tests_with_all_reasons_and_no_others() {
        TestKit.Run run = TestKit.runWith(List.of(HalfTestCases.class), Map.of("fk.provider", "embedded"));
        run.finished(1, 1, 0);
        assertThat(names(run)).element(0).asString().startsWith("postgresql 18");
        assertThat(names(run)).element(1).isEqualTo("oracle (no server)");
        assertThat(run.failure())
                .isInstanceOf(NoServerException.class)
                .hasMessageContaining("No oracle server for the tests (fk.provider is embedded).")
                .hasMessageContaining("embedded: no databases can be made on oracle.");
    }

    @OnEachDialect({"postgresql", "oracle"})
    @WithSchema(ChatModels.class)
    static class HalfTestCases {
        @Test
        void test() {}
    }

    @Test
    void a_dialect_is_not_named_twice() {
        assertThat(TestKit.runWith(List.of(TwiceTestCases.class), Map.of()).failure())
                .hasMessageContaining("@OnEachDialect of " + TwiceTestCases.class.getName()
                        + " names [mysql, mysql]. Name each kind of server once, and at least one.");
    }

    @OnEachDialect({"mysql", "mysql"})
    @WithSchema
    static class TwiceTestCases {
        @Test
        void test() {}
    }

    @Test
    void a_matrix_and_one_dialect_contradict_each_other() {
        assertThat(TestKit.runWith(List.of(ContradictionTestCases.class), Map.of("fk.provider", "embedded"))
                        .failure())
                .hasMessage("@WithSchema names the dialect mysql, but @OnEachDialect runs the class on one after the"
                        + " other. Remove one of the two; images are configured as fk.<dialect>.image.");
    }

    @OnEachDialect("postgresql")
    @WithSchema(dialect = "mysql")
    static class ContradictionTestCases {
        @Test
        void test() {}
    }
}
