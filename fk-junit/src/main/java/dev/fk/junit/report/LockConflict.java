package dev.fk.junit.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Stands under what a server says of locks that somebody else has, or had: who wins a deadlock goes on at once. Says what
 * the connections of the test have done. Is never thrown.
 */
final class LockConflict extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param done the last statements of all of them, in the order in which they ended
     * @param open those that are still open
     */
    LockConflict(String refused, List<SeenStatement> done, List<ConnectionState> open, String testPackage) {
        super(text(refused, done, open, testPackage), null, false, false);
    }

    private static String text(
            String refused, List<SeenStatement> done, List<ConnectionState> open, String testPackage) {
        return "what connections of the test did before the server refused that on " + refused
                + done.stream()
                        .map(s -> "\n    " + s.by() + "  " + ConnectionState.line(s.sql()))
                        .collect(Collectors.joining())
                + open.stream()
                        .filter(ConnectionState::isBusy)
                        .map(c -> "\n    " + c.name() + "  " + ConnectionState.line(c.last())
                                + (c.name().equals(refused) ? "  -- refused" : "  -- not done yet"))
                        .collect(Collectors.joining())
                + open.stream().map(c -> c.opening(testPackage)).collect(Collectors.joining())
                + "\n  What a transaction has locked is free when it ends: commit it, roll it back or close its connection"
                + " first. Those that take locks in the same order do not wait for each other in a circle.";
    }
}
