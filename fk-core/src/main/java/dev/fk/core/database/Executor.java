package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Runs a plan: in one transaction and one round trip where DDL is transactional, otherwise statement by statement, so
 * that it is known how far it got.
 */
final class Executor {
    private final StatementListener listener;
    private final Investigation investigation;

    Executor(StatementListener listener, Investigation investigation) {
        this.listener = listener;
        this.investigation = investigation;
    }

    void run(Connection connection, Plan plan) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        if (connection instanceof Transaction.Shared || !plan.transactional()) {
            oneByOne(connection, plan);
            return;
        }
        try (ManualCommit transaction = ManualCommit.on(connection)) {
            inOneTransaction(connection, plan, transaction);
        }
    }

    void run(Connection connection, Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            execute(statement, sql);
        } catch (SQLException failed) {
            throw new DatabaseException("Cannot execute " + sql, failed, reasons(connection, sql, failed));
        }
    }

    private List<Explanation> reasons(Connection connection, Sql sql, SQLException failed) {
        return investigation.isBlind(connection) ? List.of() : investigation.of(connection, sql, failed);
    }

    private void execute(Statement statement, Sql sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql.text());
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        listener.executed(new ExecutedStatement(sql, roundTrip, 1));
    }

    private void inOneTransaction(Connection connection, Plan plan, ManualCommit transaction) throws SQLException {
        List<Step> steps = plan.steps();
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (Step step : steps) {
                statement.addBatch(step.sql().text());
            }
            statement.executeBatch();
            transaction.commit();
        } catch (BatchUpdateException failed) {
            throw connection.isClosed() ? lost(plan, failed) : located(connection, plan, failed);
        }
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        steps.forEach(s -> listener.executed(new ExecutedStatement(s.sql(), roundTrip, steps.size())));
    }

    /** The connection ended in the middle: the first statement without an answer is where. */
    private static StatementFailedException lost(Plan plan, BatchUpdateException failed) {
        int[] answers = failed.getUpdateCounts();
        int answered = 0;
        while (answered < answers.length && answers[answered] != Statement.EXECUTE_FAILED) {
            answered++;
        }
        return new StatementFailedException(
                plan, Math.min(answered, plan.steps().size() - 1), cause(failed), List.of());
    }

    private static SQLException cause(BatchUpdateException failed) {
        SQLException next = failed.getNextException();
        return next == null ? failed : next;
    }

    /**
     * Which statement it was: a driver tells in words of its own at best, so they run again one by one.
     * The reason is looked for where the statement met it, after those before it.
     */
    private StatementFailedException located(Connection connection, Plan plan, BatchUpdateException failed)
            throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < plan.steps().size(); i++) {
                Sql sql = plan.steps().get(i).sql();
                Savepoint before = connection.setSavepoint();
                try {
                    statement.execute(sql.text());
                } catch (SQLException again) {
                    connection.rollback(before);
                    return new StatementFailedException(plan, i, again, investigation.of(connection, sql, again));
                }
            }
            return new StatementFailedException(plan, plan.steps().size() - 1, cause(failed), List.of());
        }
    }

    private void oneByOne(Connection connection, Plan plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < plan.steps().size(); i++) {
                try {
                    execute(statement, plan.steps().get(i).sql());
                } catch (SQLException failed) {
                    List<Explanation> reasons =
                            reasons(connection, plan.steps().get(i).sql(), failed);
                    throw new StatementFailedException(plan, i, failed, reasons);
                }
            }
        }
    }
}
