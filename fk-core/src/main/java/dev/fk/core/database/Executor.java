package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import dev.fk.core.dialect.StatementBlock;
import dev.fk.core.diff.Change;
import dev.fk.core.explain.Explanation;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Runs a plan: in one transaction and one round trip where DDL is transactional, otherwise statement by statement, so
 * that it is known how far it got; tables that are made or dropped as a whole go in blocks where the server has them.
 */
final class Executor {
    /** Of a longer block nobody would hear for long. */
    private static final int AT_ONCE = 200;

    private final StatementListener listener;
    private final Investigation investigation;
    private final Patience patience;

    Executor(StatementListener listener, Investigation investigation, Patience patience) {
        this.listener = listener;
        this.investigation = investigation;
        this.patience = patience;
    }

    void run(Connection connection, Plan plan) throws SQLException {
        if (plan.isEmpty()) {
            return;
        }
        if (connection instanceof Transaction.Shared) {
            within(connection, plan);
            return;
        }
        if (!plan.transactional()) {
            inOrder(connection, plan);
            return;
        }
        patience.begin(connection);
        try (ManualCommit transaction = ManualCommit.on(connection)) {
            inOneTransaction(connection, plan, transaction);
        }
    }

    void run(Connection connection, Sql sql) throws SQLException {
        patience.begin(connection);
        try (Statement statement = connection.createStatement()) {
            execute(statement, sql);
        } catch (SQLException failed) {
            throw new DatabaseException("Cannot execute " + sql, failed, reasons(connection, sql, failed));
        }
    }

    /** The same; in a transaction that an error makes useless, it is asked for the reason as it was before the statement. */
    void runExplained(Connection connection, Sql sql) throws SQLException {
        if (!investigation.isBlind(connection)) {
            run(connection, sql);
            return;
        }
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            execute(statement, sql);
        } catch (SQLException failed) {
            connection.rollback(before);
            throw new DatabaseException("Cannot execute " + sql, failed, investigation.of(connection, sql, failed));
        }
        connection.releaseSavepoint(before);
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

    /** In a transaction that somebody else ends; where an error makes it useless, the reason is looked for before it. */
    private void within(Connection connection, Plan plan) throws SQLException {
        if (!investigation.isBlind(connection)) {
            oneByOne(connection, plan, 0, plan.steps().size());
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            oneByOne(connection, plan, 0, plan.steps().size());
        } catch (StatementFailedException failed) {
            throw explained(connection, plan, before, failed);
        }
        connection.releaseSavepoint(before);
    }

    private StatementFailedException explained(
            Connection connection, Plan plan, Savepoint before, StatementFailedException failed) {
        try {
            connection.rollback(before);
            return again(connection, plan).orElse(failed);
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
            return failed;
        }
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
        return again(connection, plan)
                .orElseGet(() -> new StatementFailedException(plan, plan.steps().size() - 1, cause(failed), List.of()));
    }

    /** Runs the statements one by one up to the one that fails, which is undone so that something can be asked. */
    private Optional<StatementFailedException> again(Connection connection, Plan plan) throws SQLException {
        patience.lose(connection);
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < plan.steps().size(); i++) {
                Sql sql = plan.steps().get(i).sql();
                Savepoint before = connection.setSavepoint();
                try {
                    statement.execute(sql.text());
                } catch (SQLException again) {
                    connection.rollback(before);
                    return Optional.of(
                            new StatementFailedException(plan, i, again, investigation.of(connection, sql, again)));
                }
            }
            return Optional.empty();
        }
    }

    /** Where DDL is transactional this is online, and building an index CONCURRENTLY has to wait for old transactions. */
    private void inOrder(Connection connection, Plan plan) throws SQLException {
        if (!investigation.transactionalDdl()) {
            patience.begin(connection);
        }
        Optional<StatementBlock> block = investigation.dialect().block(connection);
        for (int start = 0; start < plan.steps().size(); ) {
            int end = block.isPresent() ? endOfBlock(plan, start) : plan.steps().size();
            if (block.isEmpty() || end - start < 2 || !together(connection, plan, start, end, block.get())) {
                oneByOne(connection, plan, start, Math.max(end, start + 1));
            }
            start = Math.max(end, start + 1);
        }
    }

    private static int endOfBlock(Plan plan, int start) {
        int end = start;
        while (end < Math.min(plan.steps().size(), start + AT_ONCE)
                && isWholeTable(plan.steps().get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWholeTable(Step step) {
        return step.source() instanceof Change.CreateTable || step.source() instanceof Change.DropTable;
    }

    /** Whether the server has taken the block; otherwise nothing of it has been executed. */
    private boolean together(Connection connection, Plan plan, int start, int end, StatementBlock block)
            throws SQLException {
        List<Sql> statements =
                plan.steps().subList(start, end).stream().map(Step::sql).toList();
        long begin = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            try {
                run(statement, block.of(statements));
            } catch (SQLException failed) {
                OptionalInt executed = executed(statement, block, plan, start, end, failed);
                if (executed.isEmpty()) {
                    return false;
                }
                tell(statements.subList(0, executed.getAsInt()), begin);
                int index = start + executed.getAsInt();
                Sql culprit = plan.steps().get(index).sql();
                throw new StatementFailedException(plan, index, failed, reasons(connection, culprit, failed));
            }
        }
        tell(statements, begin);
        return true;
    }

    /** To the last result: a driver may keep the error of a later statement until then. */
    private static void run(Statement statement, Sql block) throws SQLException {
        boolean rows = statement.execute(block.text());
        while (rows || statement.getUpdateCount() != -1) {
            rows = statement.getMoreResults();
        }
    }

    private static OptionalInt executed(
            Statement statement, StatementBlock block, Plan plan, int start, int end, SQLException failed) {
        try (ResultSet row = statement.executeQuery(block.executed().text())) {
            row.next();
            int executed = row.getInt(1);
            return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(Math.min(executed, end - start - 1));
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
            throw StatementFailedException.lost(plan, start, end, failed);
        }
    }

    private void tell(List<Sql> executed, long begin) {
        Duration roundTrip = Duration.ofNanos(System.nanoTime() - begin);
        executed.forEach(sql -> listener.executed(new ExecutedStatement(sql, roundTrip, executed.size())));
    }

    private void oneByOne(Connection connection, Plan plan, int start, int end) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = start; i < end; i++) {
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
