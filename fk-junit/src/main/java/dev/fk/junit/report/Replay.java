package dev.fk.junit.report;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a test executed as a script, which one session runs from top to bottom. */
record Replay(List<SeenStatement> statements) {
    private static final String SEVERAL =
            "-- Transactions of several connections overlap: run what stands below each name in a session of its own.\n";

    String script() {
        return overlap()
                ? SEVERAL + named()
                : statements.stream().map(SeenStatement::script).collect(Collectors.joining());
    }

    /** Whether one connection did anything while a transaction of another was open. */
    private boolean overlap() {
        Set<String> open = new HashSet<>();
        for (SeenStatement statement : statements) {
            if (open.stream().anyMatch(by -> !by.equals(statement.by()))) {
                return true;
            }
            String sql = statement.sql().strip().toUpperCase(Locale.ROOT);
            if (sql.startsWith("BEGIN") || sql.startsWith("START TRANSACTION")) {
                open.add(statement.by());
            } else if (sql.startsWith("COMMIT") || sql.equals("ROLLBACK")) {
                open.remove(statement.by());
            }
        }
        return false;
    }

    private String named() {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (SeenStatement statement : statements) {
            if (!statement.by().equals(before)) {
                text.append("-- ").append(statement.by()).append('\n');
            }
            before = statement.by();
            text.append(statement.script());
        }
        return text.toString();
    }
}
