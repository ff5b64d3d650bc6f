package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many classes at once, in one JVM and in several: each test finds what it wrote and nothing else, and in the end nothing is
 * left. {@code -Dfk.stress.classes=200 -Dfk.stress.repetitions=20} for more of it. Alone, because it looks at all
 * databases of a server.
 */
@Tag("thorough")
@Tag("containers")
@Isolated
@ExtendWith(Docker.Needed.class)
class StressTest {
    static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled",
            "true",
            "junit.jupiter.execution.parallel.mode.default",
            "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default",
            "concurrent",
            "junit.jupiter.execution.parallel.config.strategy",
            "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism",
            "8");

    private static final int CLASSES = Integer.getInteger("fk.stress.classes", 8);
    private static final int REPETITIONS = Integer.getInteger("fk.stress.repetitions", 1);

    @ParameterizedTest
    @EnumSource
    void tests_in_many_classes_at_once_do_not_meet(ServerKind kind, Docker docker) throws Exception {
        StressStage stage = StressStage.on(docker.server(kind), kind);
        TreeSet<String> before = stage.databases();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Map<String, String> parameters = stage.parameters();
            parameters.putAll(PARALLEL);
            TestKit.runWith(StressTestCases.classes(CLASSES), parameters).succeeded(CLASSES * 10L);
            assertThat(stage.databases()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nor_in_four_jvms_of_which_one_is_killed(ServerKind kind, Docker docker) throws Exception {
        StressStage stage = StressStage.on(docker.server(kind), kind);
        TreeSet<String> before = stage.databases();
        int classes = Math.max(2, CLASSES / 4);
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            Map<String, String> parameters = stage.parameters();
            parameters.put("fk.reuse", "forks");
            List<StressFork> forks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                forks.add(StressFork.start(Integer.toString(classes), parameters));
            }
            StressFork victim = forks.remove(0);
            for (int lines = 0; lines < 3; lines++) {
                assertThat(victim.output().readLine()).startsWith("SUCCESSFUL");
            }
            victim.process().destroyForcibly().waitFor();
            for (StressFork fork : forks) {
                assertThat(fork.restOfTheOutput())
                        .filteredOn(l -> l.startsWith("SUCCESSFUL"))
                        .hasSize(classes * 10);
                assertThat(fork.process().waitFor()).isZero();
            }
            // whoever comes next removes what the killed one has left, its part in the templates included
            parameters = stage.parameters();
            parameters.put("fk.reuse", "forks");
            TestKit.runWith(StressTestCases.classes(1), parameters).succeeded(10);
            assertThat(stage.databases()).isEqualTo(before);
        }
    }

    @Test
    void jvms_without_a_server_of_yours_share_one_of_ours() throws Exception {
        Map<String, String> parameters = Map.of("fk.provider", "embedded", "fk.reuse", "forks");
        List<StressFork> forks = List.of(
                StressFork.start("4", parameters),
                StressFork.start("4", parameters),
                StressFork.start(MisbehavingTestCases.class.getName(), parameters));
        List<String> misbehaving = forks.get(2).restOfTheOutput();
        assertThat(forks.get(2).process().waitFor()).isEqualTo(42);
        assertThat(misbehaving)
                .anyMatch(l -> l.startsWith("FAILED fails"))
                .anyMatch(l -> l.matches("FAILED takes_too_long.*timed out.*"))
                .anyMatch(l -> l.startsWith("SUCCESSFUL leaks_a_connection"))
                .anyMatch(l -> l.startsWith("SUCCESSFUL leaves_a_thread"))
                .doesNotContain("end of the run");
        for (StressFork fork : forks.subList(0, 2)) {
            assertThat(fork.restOfTheOutput())
                    .filteredOn(l -> l.startsWith("SUCCESSFUL"))
                    .hasSize(40);
            assertThat(fork.process().waitFor()).isZero();
        }
    }

    /** Everything that one should not do, in this order. */
    @WithSchema(value = StressTestCases.Marks.class, keep = Keep.NEVER)
    @Execution(ExecutionMode.SAME_THREAD)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class MisbehavingTestCases {
        private static void write(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO mark VALUES ('left', 1)");
            }
        }

        @Test
        @Order(1)
        void fails(DataSource dataSource) throws Exception {
            write(dataSource);
            throw new AssertionError("on purpose");
        }

        @Test
        @Order(2)
        @Timeout(value = 200, unit = TimeUnit.MILLISECONDS)
        void takes_too_long(DataSource dataSource) throws Exception {
            write(dataSource);
            new CountDownLatch(1).await();
        }

        @Test
        @Order(3)
        void leaks_a_connection(DataSource dataSource) throws Exception {
            write(dataSource);
            Statement statement = dataSource.getConnection().createStatement();
            statement.execute("BEGIN");
            statement.execute("DELETE FROM mark");
        }

        @Test
        @Order(4)
        void leaves_a_thread(Database database) {
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 1_000; i++) {
                    try {
                        write(database.dataSource());
                    } catch (SQLException expected) {
                        Thread.onSpinWait();
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Test
        @Order(5)
        void finds_nothing_of_all_that(DataSource dataSource) throws Exception {
            Map<String, String> nothing = new HashMap<>();
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT text FROM mark")) {
                while (rows.next()) {
                    nothing.put(rows.getString(1), "is here");
                }
            }
            assertThat(nothing).isEmpty();
        }

        @Test
        @Order(6)
        void ends_the_jvm() {
            System.exit(42);
        }
    }
}
