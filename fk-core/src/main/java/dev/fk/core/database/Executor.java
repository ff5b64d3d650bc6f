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
     * again. The reason is looked for where the statement met it, after those before it.
     */
    private StatementFailedException located(Connection connection, Plan plan, BatchUpdateException failed)
            throws SQLException {
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
            SQLException next = failed.getNextException();
            return new StatementFailedException(plan, plan.steps().size() - 1, next == null ? failed : next, List.of());
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
                    List<Explanation> reasons =
                            reasons(connection, plan.steps().get(i).sql(), failed);
                    throw new StatementFailedException(plan, i, failed, reasons);
                }
            }
        }
    }
}
