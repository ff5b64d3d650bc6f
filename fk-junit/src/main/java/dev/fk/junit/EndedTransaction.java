package dev.fk.junit;

import dev.fk.junit.report.FirstFailure;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stands under a test's failure where a statement that failed before has ended the transaction that the test is: what
 * then fails says only that it does. Is never thrown.
 */
final class EndedTransaction extends Exception {
    private static final long serialVersionUID = 1L;

    private EndedTransaction(String text) {
        super(text, null, false, false);
    }

    /** Nothing where the failure is that statement's own, or says it already. */
    static void explain(Throwable failure, Optional<FirstFailure> first) {
        boolean explained = Stream.of(failure.getSuppressed()).anyMatch(EndedTransaction.class::isInstance);
        if (!explained && first.filter(f -> isOf(f, failure)).isEmpty()) {
            failure.addSuppressed(new EndedTransaction(text(first)));
        }
    }

    /** A driver may give what the server said first as the cause of what it says then, so the outermost one counts. */
    private static boolean isOf(FirstFailure first, Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .filter(thrown -> String.valueOf(thrown.getMessage()).equals(first.error()))
                .isPresent();
    }

    private static String text(Optional<FirstFailure> first) {
        return "all of this test is one transaction (isolation ROLLBACK), which the server ended when a statement failed:"
                + " whatever came after it, through whichever connection, failed as well"
                + first.map(f -> "\n    failed first: " + f.sql() + "\n        "
                                + f.error().replace("\n", "\n        "))
                        .orElse("")
                + "\n    If that is expected, either give the test a database of its own:"
                + " @WithSchema(isolation = Isolation.PER_METHOD);"
                + "\n    or have the statement in a transaction of its own: connection.setAutoCommit(false) before it,"
                + " connection.rollback() after it.";
    }
}
