package dev.fk.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.dialect.Lexis;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A script for one session says so where it took several. */
class ReplayTest {
    private static final Lexis POSTGRESQL = new Lexis("\"", true, false, false, false, true);

    private static String script(String... statements) {
        List<SeenStatement> seen = Stream.of(statements)
                .map(s -> s.split(" ", 2))
                .map(s -> new SeenStatement(Duration.ZERO, Duration.ZERO, s[0], s[1], ""))
                .toList();
        return new Replay(seen, POSTGRESQL, true).script();
    }

    @Test
    void connections_that_follow_each_other_are_one_script() {
        assertThat(script("fk CREATE TABLE t (a int)", "c1 BEGIN", "c1 DELETE FROM t", "c1 COMMIT", "c2 SELECT 1"))
                .isEqualTo(
                        """
                        CREATE TABLE t (a int);
                        BEGIN;
                        DELETE FROM t;
                        COMMIT;
                        SELECT 1;
                        """);
    }

    @Test
    void transactions_that_overlap_are_told_apart() {
        assertThat(script(
                        "c1 BEGIN",
                        "c1 ROLLBACK TO SAVEPOINT s",
                        "c2 begin",
                        "c2 UPDATE t SET a = 2",
                        "c1 ROLLBACK",
                        "c2 commit"))
                .isEqualTo(
                        """
                        -- Transactions of several connections overlap: run what stands below each name in a session of its own.
                        -- c1
                        BEGIN;
                        ROLLBACK TO SAVEPOINT s;
                        -- c2
                        begin;
                        UPDATE t SET a = 2;
                        -- c1
                        ROLLBACK;
                        -- c2
                        commit;
                        """);
    }

    @Test
    void what_failed_with_another_is_undone_with_it() {
        var seen = new SeenStatement(
                Duration.ZERO, Duration.ZERO, "c1", List.of("INSERT INTO t VALUES (1)", "oops"), "failed: a\nb");
        assertThat(new Replay(List.of(seen), POSTGRESQL, true).script())
                .isEqualTo(
                        """
                        -- failed: a
                        -- b
                        BEGIN;
                        INSERT INTO t VALUES (1);
                        oops;
                        COMMIT;
                        """);
        assertThat(new Replay(List.of(seen), POSTGRESQL, false).script()).doesNotContain("BEGIN");
    }

    @Test
    void sql_says_itself_where_transactions_begin_and_end() {
        Lexis mysql = new Lexis("`", false, true, true, true, false);
        assertThat(Demarcation.isOpenAfter("/* x */ begin", false, POSTGRESQL)).isTrue();
        assertThat(Demarcation.isOpenAfter("INSERT INTO t VALUES (1); COMMIT; START TRANSACTION", true, POSTGRESQL))
                .isTrue();
        for (String end : List.of("commit", "ROLLBACK WORK", "END", "COMMIT AND NO CHAIN")) {
            assertThat(Demarcation.isOpenAfter(end, true, POSTGRESQL)).as(end).isFalse();
        }
        for (String other :
                List.of("ROLLBACK TO s", "ROLLBACK AND CHAIN", "CREATE TABLE t (a int)", "SELECT ';commit'")) {
            assertThat(Demarcation.isOpenAfter(other, true, POSTGRESQL))
                    .as(other)
                    .isTrue();
        }
        assertThat(Demarcation.isOpenAfter("CREATE TABLE t (a int)", true, mysql))
                .isFalse();
        assertThat(Demarcation.isOpenAfter("CREATE TEMPORARY TABLE t (a int)", true, mysql))
                .isTrue();
    }

    @Test
    void what_is_left_in_a_session_is_told_where_another_connection_follows() {
        assertThat(script("c1 CREATE TEMP TABLE t (a int)", "c2 INSERT INTO t VALUES (1)"))
                .startsWith("-- What a connection sets, and its temporary tables, are its own")
                .endsWith("-- c2\nINSERT INTO t VALUES (1);\n");
        assertThat(script("c1 INSERT INTO t VALUES (1)", "c2 SET search_path TO x", "c2 SELECT 1"))
                .doesNotContain("--");
        assertThat(script("c1 SET search_path TO 'x'", "c1 SET search_path TO DEFAULT", "c2 SELECT 1"))
                .doesNotContain("--");
        for (String change :
                List.of("set work_mem = 1", "SELECT 1; PREPARE p AS SELECT 1", "SELECT pg_advisory_lock(1)")) {
            assertThat(SessionState.isChangedBy(change, POSTGRESQL)).as(change).isTrue();
        }
        for (String none :
                List.of("UPDATE t SET a = 1", "SET LOCAL a = 1", "PREPARE TRANSACTION 'x'", "SELECT 'SET a'")) {
            assertThat(SessionState.isChangedBy(none, POSTGRESQL)).as(none).isFalse();
        }
    }
}
