package dev.fk.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that wait for themselves: what ends them, and what is said then. */
@Tag("thorough")
@Tag("containers")
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@ExtendWith(Docker.Needed.class)
@Isolated("a session drops what belongs to no session from its server, which other tests use without one")
class HangTest {
    private static TestKit.Run run(ServerKind kind, Docker docker, Class<?> testCases) throws Exception {
        return run(kind, docker, testCases, Keep.NEVER);
    }

    private static TestKit.Run run(ServerKind kind, Docker docker, Class<?> testCases, Keep keep) throws Exception {
        Map<String, String> parameters =
                StressStage.on(docker.server(kind), kind).parameters();
        parameters.put("fk.keep", keep.name());
        return TestKit.runWith(List.of(testCases), parameters);
    }

    private static String explanation(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .filter(HangingTest.class::isInstance)
                .map(Throwable::getMessage)
                .collect(Collectors.joining());
    }

    /** Without what differs between runs. */
    private static String masked(String text) {
        return text.replaceAll("connection \\d+", "connection …")
                .replaceAll("\\d\\d:\\d\\d:\\d\\d", "…")
                .replaceAll("for \\d+ s", "for … s")
                .replaceAll("java:\\d+", "java:…");
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As in code under test that takes a connection of its own, within the transaction of whoever calls it. */
    private static void waitForItself(DataSource dataSource) throws Exception {
        Notes.write(dataSource, "me");
        try (Connection outer = dataSource.getConnection()) {
            outer.setAutoCommit(false);
            execute(outer, "UPDATE note SET author = 'outer'");
            try (Connection inner = dataSource.getConnection()) {
                execute(inner, "UPDATE note SET author = 'inner'");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void ends_a_second_after_its_time_is_up_and_says_who_waited_for_whom(ServerKind kind, Docker docker)
            throws Exception {
        Throwable failure =
                run(kind, docker, SameThreadTestCases.class).failed(1).failure();
        assertThat(failure).isInstanceOf(TimeoutException.class);
        Golden.verify("hangs/" + kind.dialect() + ".txt", masked(explanation(failure)));
    }

    @WithSchema(Notes.class)
    static class SameThreadTestCases {
        @Test
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS)
        void test(DataSource dataSource) throws Exception {
            waitForItself(dataSource);
        }
    }

    /** The others wait for 50 s themselves; measured with fk on all three, and tried on this one as that takes its time. */
    @Test
    void ends_after_a_while_though_no_time_was_set(Docker docker) throws Exception {
        Map<String, String> parameters = StressStage.on(docker.server(ServerKind.POSTGRESQL), ServerKind.POSTGRESQL)
                .parameters();
        parameters.put("junit.jupiter.execution.parallel.enabled", "true");
        parameters.put("junit.jupiter.execution.parallel.mode.default", "concurrent");
        TestKit.Run run =
                TestKit.runWith(List.of(UntimedTestCases.class), parameters).finished(1, 1, 0);
        assertThat(run.failure()).isInstanceOf(SQLException.class);
        assertThat(explanation(run.failure()))
                .startsWith("a statement in the database of this test did not get on, and fk cancelled it\n")
                .contains(": UPDATE note SET author = 'inner'\n        waits for connection ");
    }

    @WithSchema(Notes.class)
    static class UntimedTestCases {
        @Test
        void waits(DataSource dataSource) throws Exception {
            waitForItself(dataSource);
        }

        /** Statements that go on, and one that takes long and waits for nobody, have all the time that they want. */
        @Test
        void works(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "me");
            try (Connection outer = dataSource.getConnection()) {
                outer.setAutoCommit(false);
                execute(outer, "UPDATE note SET author = 'outer'");
                try (Connection inner = dataSource.getConnection()) {
                    execute(inner, "SELECT pg_sleep(12)");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_waits_is_cancelled_before_it_could_write(ServerKind kind, Docker docker) throws Exception {
        TestKit.Run run = run(kind, docker, SeparateThreadTestCases.class).failed(1);
        assertThat(explanation(run.failure()))
                .startsWith("a statement in the database of this test did not get on, and fk cancelled it\n")
                .contains(": UPDATE note SET author = 'inner'\n        waits for connection ");
        assertThat(run.files().get("fk-statements.log"))
                .containsPattern("UPDATE note SET author = 'inner';\n +-- failed: ");
        assertThat(run.entries("fk.leaks")).isEmpty();
    }

    @WithSchema(Notes.class)
    static class SeparateThreadTestCases {
        @Test
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void test(DataSource dataSource) throws Exception {
            waitForItself(dataSource);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_next_test_of_the_class_does_not_wait_for_it(ServerKind kind, Docker docker) throws Exception {
        TestKit.Run run = run(kind, docker, PerClassTestCases.class).finished(1, 1, 0);
        assertThat(explanation(run.failure())).contains(", and fk cancelled it\n");
    }

    @WithSchema(value = Notes.class, isolation = Isolation.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PerClassTestCases {
        @Test
        @Order(1)
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
        void first(DataSource dataSource) throws Exception {
            waitForItself(dataSource);
        }

        @Test
        @Order(2)
        void second(DataSource dataSource) throws Exception {
            Notes.execute(dataSource, "UPDATE note SET author = 'next'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ddl_waits_for_whoever_has_read(ServerKind kind, Docker docker) throws Exception {
        String text =
                explanation(run(kind, docker, DdlTestCases.class).failed(1).failure());
        assertThat(text)
                .contains(": ALTER TABLE note ADD COLUMN id int\n        waits for connection ")
                .contains("c1: last SELECT author FROM note\n        a parameter of type Connection\n");
    }

    @WithSchema(Notes.class)
    static class DdlTestCases {
        @Test
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS)
        void test(Connection reader, DataSource dataSource) throws Exception {
            reader.setAutoCommit(false);
            execute(reader, "SELECT author FROM note");
            Notes.execute(dataSource, "ALTER TABLE note ADD COLUMN id int");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_statement_that_waits_for_nobody_is_cancelled_as_well(ServerKind kind, Docker docker) throws Exception {
        String text =
                explanation(run(kind, docker, SlowTestCases.class).failed(1).failure());
        assertThat(text).contains("did not get on, and fk cancelled it\n").doesNotContain("waits for");
    }

    @WithSchema(Notes.class)
    static class SlowTestCases {
        @Test
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS)
        void test(DataSource dataSource) throws Exception {
            String product;
            try (Connection connection = dataSource.getConnection()) {
                product = connection.getMetaData().getDatabaseProductName();
            }
            Notes.execute(dataSource, product.equals("PostgreSQL") ? "SELECT pg_sleep(600)" : "DO sleep(600)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_gives_up_by_itself_is_told_as_well(ServerKind kind, Docker docker) throws Exception {
        assertThat(explanation(
                        run(kind, docker, ImpatientTestCases.class).failed(1).failure()))
                .contains(": UPDATE note SET author = 'inner'\n        waits for connection ");
    }

    @WithSchema(Notes.class)
    static class ImpatientTestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> {
                try {
                    waitForItself(dataSource);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            work.get(2000, TimeUnit.MILLISECONDS);
        }
    }

    /** The test's own thread waits for a lock that another one gives up in time. */
    @ParameterizedTest
    @EnumSource
    void who_is_not_interrupted_waits_as_long_as_it_takes(ServerKind kind, Docker docker) throws Exception {
        run(kind, docker, PatientTestCases.class).succeeded(1);
    }

    @WithSchema(Notes.class)
    static class PatientTestCases {
        @Test
        @Timeout(20)
        void test(DataSource dataSource) throws Exception {
            Notes.write(dataSource, "me");
            try (Connection first = dataSource.getConnection()) {
                first.setAutoCommit(false);
                execute(first, "UPDATE note SET author = 'first'");
                CompletableFuture<Void> end = CompletableFuture.runAsync(
                        () -> {
                            try {
                                first.commit();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS));
                Notes.execute(dataSource, "UPDATE note SET author = 'second'");
                end.get();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_waits_too_long_for_the_server_is_told_who_else_was_there(ServerKind kind, Docker docker) throws Exception {
        Throwable failure =
                run(kind, docker, LockTimeoutTestCases.class).failed(1).failure();
        Golden.verify("hangs/lock-timeout.txt", masked(conflict(failure)).replaceAll("SET \\w+ = \\d+", "SET …"));
    }

    private static String conflict(Throwable failure) {
        return Arrays.stream(failure.getSuppressed())
                .map(Throwable::getMessage)
                .filter(m -> m.startsWith("what connections of the test did before the server refused that"))
                .collect(Collectors.joining());
    }

    @WithSchema(Notes.class)
    static class LockTimeoutTestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            try (Connection outer = dataSource.getConnection();
                    Connection inner = dataSource.getConnection()) {
                execute(outer, "INSERT INTO note VALUES ('me')");
                outer.setAutoCommit(false);
                execute(outer, "UPDATE note SET author = 'outer'");
                inner.setAutoCommit(false);
                boolean postgres = inner.getMetaData().getURL().startsWith("jdbc:postgresql");
                execute(inner, postgres ? "SET lock_timeout = 200" : "SET innodb_lock_wait_timeout = 1");
                execute(inner, "UPDATE note SET author = 'inner'");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_victim_of_a_deadlock_is_told_as_well(ServerKind kind, Docker docker) throws Exception {
        Throwable failure = run(kind, docker, DeadlockTestCases.class).failed(1).failure();
        Throwable refused =
                failure instanceof ExecutionException ? failure.getCause().getCause() : failure;
        assertThat(conflict(refused))
                .contains("    c3  BEGIN\n    c3  UPDATE note SET author = 'c1'\n")
                .contains("    c4  BEGIN\n    c4  UPDATE other SET author = 'c2'\n")
                .contains("c4 was opened at dev.fk.junit.HangTest$DeadlockTestCases.test(HangTest.java:");
    }

    @WithSchema(Notes.class)
    static class DeadlockTestCases {
        @Test
        void test(DataSource dataSource) throws Exception {
            Notes.execute(dataSource, "CREATE TABLE other AS SELECT 'me' AS author");
            Notes.write(dataSource, "me");
            try (Connection first = dataSource.getConnection();
                    Connection second = dataSource.getConnection()) {
                first.setAutoCommit(false);
                second.setAutoCommit(false);
                execute(first, "UPDATE note SET author = 'c1'");
                execute(second, "UPDATE other SET author = 'c2'");
                CompletableFuture<Void> waits = CompletableFuture.runAsync(() -> {
                    try {
                        execute(second, "UPDATE note SET author = 'c2'");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                execute(first, "UPDATE other SET author = 'c1'");
                first.commit();
                waits.get(); // if it was the victim
            }
        }
    }

    @Test
    void each_of_several_databases_is_told(Docker docker) throws Exception {
        Throwable failure = run(ServerKind.POSTGRESQL, docker, SeveralTestCases.class)
                .failed(1)
                .failure();
        assertThat(explanation(failure))
                .contains("a statement in the database 'read' of this test did not get on, and fk cancelled it\n")
                .contains(
                        "a statement in the database 'rolled back' of this test did not get on, and fk cancelled it\n");
        assertThat(failure.getSuppressed()).noneMatch(EndedTransaction.class::isInstance);
    }

    @WithSchema(value = Notes.class, name = "read", isolation = Isolation.READ_ONLY)
    @WithSchema(value = Notes.class, name = "rolled back", isolation = Isolation.ROLLBACK)
    static class SeveralTestCases {
        @Test
        @Timeout(value = 1500, unit = TimeUnit.MILLISECONDS)
        void test(@NamedDatabase("read") DataSource read, @NamedDatabase("rolled back") DataSource rolledBack)
                throws Exception {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> {
                try {
                    Notes.execute(read, "SELECT pg_sleep(600)");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            Notes.execute(rolledBack, "SELECT pg_sleep(600)");
            other.get();
        }
    }
}
