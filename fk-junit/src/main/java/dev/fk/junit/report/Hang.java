package dev.fk.junit.report;

import dev.fk.core.database.Standstill;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What does not get on in the database of a test.
 *
 * @param statements as the server knows them
 * @param connections as the test knows them
 * @param cancelled whether the statements were cancelled
 */
@API(status = Status.INTERNAL)
public record Hang(List<Standstill> statements, List<ConnectionState> connections, boolean cancelled) {
    public Hang {
        statements = List.copyOf(statements);
        connections = List.copyOf(connections);
    }

    public boolean isNone() {
        return statements.isEmpty();
    }

    /** Without those that merely take long. */
    public Hang onlyWaiting() {
        return new Hang(statements.stream().filter(s -> !s.holders().isEmpty()).toList(), connections, cancelled);
    }

    public Hang cancelling() {
        return new Hang(statements, connections, true);
    }

    /**
     * @param database which one, in words
     * @param testPackage where the test's own code is
     */
    public String text(String database, String testPackage) {
        StringBuilder text = new StringBuilder(
                        statements.size() == 1 ? "a statement" : statements.size() + " statements")
                .append(" in ")
                .append(database)
                .append(" did not get on");
        text.append(cancelled ? ", and fk cancelled " + (statements.size() == 1 ? "it" : "them") : "");
        boolean waits = false;
        for (Standstill each : statements) {
            text.append("\n    ").append(each.statement());
            for (String holder : each.holders()) {
                text.append("\n        waits for ").append(holder);
                waits = true;
            }
        }
        if (!connections.isEmpty()) {
            text.append("\n  connections that the test had open:");
            connections.forEach(c -> text.append("\n    ").append(c.text(testPackage)));
        }
        return text.append(waits ? "\n  " + remedy() : "").toString();
    }

    /** Flyway is named because it alone keeps a transaction of its own open while a migration runs without one. */
    private String remedy() {
        return statements.stream().anyMatch(s -> s.statement().contains(" CONCURRENTLY "))
                ? "CONCURRENTLY waits until every transaction has ended that began before. Flyway keeps one open for its lock,"
                        + " in production as here, unless flyway.postgresql.transactional.lock is false."
                : "What a transaction has locked is free when it ends: commit it, roll it back or close its connection"
                        + " before anything else needs that, or do both on one connection.";
    }
}
