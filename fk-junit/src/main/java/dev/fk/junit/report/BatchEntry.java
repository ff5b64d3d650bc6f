package dev.fk.junit.report;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which statement of a batch the server has refused, as far as the driver tells. */
final class BatchEntry {
    /**
     * PostgreSQL's driver counts none of them, and says it in words: the number first, then the statement. Words and digits are
     * those of the locale.
     */
    private static final Pattern SAID = Pattern.compile("^\\P{Nd}*(\\p{Nd}{1,6}) (.*)$", Pattern.DOTALL);

    private BatchEntry() {}

    /** Empty if it may have been any of several. */
    static Optional<String> refused(List<String> parts, SQLException error) {
        if (parts.size() == 1) {
            return Optional.of(parts.get(0));
        }
        return error instanceof BatchUpdateException batch
                ? said(parts, batch).or(() -> counted(parts, batch.getUpdateCounts()))
                : Optional.empty();
    }

    private static Optional<String> said(List<String> parts, BatchUpdateException batch) {
        Matcher said = SAID.matcher(beforeReason(batch));
        if (!said.find()) {
            return Optional.empty();
        }
        int index = Integer.parseInt(said.group(1)); // digits of any script
        return index < parts.size() && rows(said.group(2)) == rows(parts.get(index))
                ? Optional.of(parts.get(index))
                : Optional.empty();
    }

    private static String beforeReason(BatchUpdateException batch) {
        String message = Objects.requireNonNullElse(batch.getMessage(), "");
        String reason = batch.getCause() == null
                ? ""
                : Objects.requireNonNullElse(batch.getCause().getMessage(), "");
        int at = reason.isEmpty() ? -1 : message.indexOf(reason);
        return at < 0 ? "" : message.substring(0, at);
    }

    /** With {@code reWriteBatchedInserts} several statements are one with more rows, and it is those that are counted. */
    private static int rows(String insert) {
        int rows = 1;
        int depth = 0;
        boolean quoted = false;
        for (char c : insert.toCharArray()) {
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            rows += !quoted && depth == 0 && c == ',' ? 1 : 0;
        }
        return rows;
    }

    /**
     * MySQL's driver goes on after a failure and throws the last one, so two of them leave it open which it is; that of MariaDB
     * says of prepared statements only that none was executed.
     */
    private static Optional<String> counted(List<String> parts, int[] counts) {
        if (counts.length < parts.size()) {
            return Optional.of(parts.get(counts.length));
        }
        int[] failed = IntStream.range(0, counts.length)
                .filter(i -> counts[i] == Statement.EXECUTE_FAILED)
                .toArray();
        return failed.length == 1 && Arrays.stream(counts).anyMatch(c -> c >= 0 || c == Statement.SUCCESS_NO_INFO)
                ? Optional.of(parts.get(failed[0]))
                : Optional.empty();
    }
}
