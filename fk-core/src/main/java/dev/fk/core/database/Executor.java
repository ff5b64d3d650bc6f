package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * Runs a plan: in one transaction and one round trip where DDL is transactional, otherwise statement by statement, so
 * that it is known how far it got.
 */
final class Executor {
    private final StatementListener listener;

    Executor(StatementListener listener) {
        this.listener = listener;
    }

    void run(Connection connection, Plan plan) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        if (connection instanceof Transaction.Shared || !plan.transactional()) {
            oneByOne(connection, plan);
            return;
        }
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            inOneTransaction(connection, plan);
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    void run(Connection connection, Sql sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            execute(statement, sql);
        }
    }

    private void execute(Statement statement, Sql sql) throws SQLException {
        long start = System.nanoTime();
        statement.execute(sql.text());
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        listener.executed(new ExecutedStatement(sql, roundTrip, 1));
    }

    private void inOneTransaction(Connection connection, Plan plan) throws SQLException {
        List<Step> steps = plan.steps();
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            for (Step step : steps) {
                statement.addBatch(step.sql().text());
            }
            statement.executeBatch();
            connection.commit();
        } catch (BatchUpdateException failed) {
            connection.rollback();
            throw located(connection, plan, failed);
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        }
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - start);
        steps.forEach(s -> listener.executed(new ExecutedStatement(s.sql(), roundTrip, steps.size())));
    }

    /**
     * Which statement it was: a driver tells in words of its own at best, so they run again one by one, and are taken back
     * again.
     */
    private static StatementFailedException located(Connection connection, Plan plan, BatchUpdateException failed)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < plan.steps().size(); i++) {
                try {
                    statement.execute(plan.steps().get(i).sql().text());
                } catch (SQLException again) {
                    return new StatementFailedException(plan, i, again);
                }
            }
            SQLException next = failed.getNextException();
            return new StatementFailedException(plan, plan.steps().size() - 1, next == null ? failed : next);
        } finally {
            connection.rollback();
        }
    }

    private void oneByOne(Connection connection, Plan plan) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < plan.steps().size(); i++) {
                try {
                    execute(statement, plan.steps().get(i).sql());
                } catch (SQLException failed) {
                    throw new StatementFailedException(plan, i, failed);
                }
            }
        }
    }
}
