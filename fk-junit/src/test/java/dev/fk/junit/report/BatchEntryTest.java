package dev.fk.junit.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the drivers say of batches: pgjdbc 42.7, Connector/J 9.7, MariaDB Connector/J 3.5. */
class BatchEntryTest {
    private static final int FAILED = Statement.EXECUTE_FAILED;
    private static final List<String> PARTS = List.of(
            "INSERT INTO t VALUES (1, 'a,b')", "INSERT INTO t VALUES (2, ')')", "INSERT INTO t VALUES (2, 'c')");

    private static BatchUpdateException thrown(String message, int... counts) {
        return new BatchUpdateException(message, "23505", 0, counts, new SQLException(message));
    }

    private static BatchUpdateException aborted(String words) {
        String reason = "ERROR: duplicate key, and 7 more";
        return new BatchUpdateException(
                words + reason, "23505", 0, new int[] {FAILED, FAILED, FAILED}, new SQLException(reason));
    }

    @Test
    void it_is_said_by_its_number() {
        String statement = " INSERT INTO t VALUES (('2'::int4), ('c'))";
        assertThat(BatchEntry.refused(PARTS, aborted("Batch entry 2" + statement + " was aborted: ")))
                .contains(PARTS.get(2));
    }

    @Test
    void it_is_said_in_the_words_and_digits_of_the_locale() {
        String statement = " INSERT INTO t VALUES (('2'::int4), ('c'))";
        assertThat(BatchEntry.refused(PARTS, aborted("Batch entry \u06f2" + statement + " was aborted: ")))
                .contains(PARTS.get(2));
        assertThat(BatchEntry.refused(PARTS, aborted("L'élément du batch 2" + statement + " a été annulé. ")))
                .contains(PARTS.get(2));
    }

    @Test
    void numbers_of_statements_that_the_driver_has_put_together_are_none_of_the_batch() {
        assertThat(
                        BatchEntry.refused(
                                PARTS,
                                aborted(
                                        "Batch entry 0 INSERT INTO t VALUES (('1'::int4), ('a,b')),(('2'::int4), (')')) was aborted: ")))
                .isEmpty();
    }

    @Test
    void it_is_the_only_one_that_failed_or_the_first_that_was_not_executed() {
        assertThat(BatchEntry.refused(PARTS, thrown("Duplicate entry", 1, FAILED, 1)))
                .contains(PARTS.get(1));
        assertThat(BatchEntry.refused(PARTS, thrown("Duplicate entry", 1, 1))).contains(PARTS.get(2));
    }

    @Test
    void it_may_be_any_of_several() {
        assertThat(BatchEntry.refused(PARTS, thrown("Duplicate entry", FAILED, 1, FAILED)))
                .isEmpty();
        assertThat(BatchEntry.refused(PARTS, thrown("Duplicate entry", FAILED, FAILED, FAILED)))
                .isEmpty();
        assertThat(BatchEntry.refused(PARTS.subList(0, 1), thrown("Duplicate entry", FAILED)))
                .contains(PARTS.get(0));
    }
}
