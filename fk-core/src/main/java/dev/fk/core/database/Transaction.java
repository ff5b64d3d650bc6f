package dev.fk.core.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** One transaction around several calls: whoever asks for a connection inside gets the same one and cannot end it. */
final class Transaction implements StatementListener {
    private static final Set<String> LEFT_TO_THE_TRANSACTION = Set.of("close", "commit", "rollback", "setAutoCommit");

    /** Marks the connection of a transaction that somebody else ends. */
    interface Shared {}

    private final boolean transactionalDdl;
    private final List<ExecutedStatement> executed = new ArrayList<>();

    Transaction(boolean transactionalDdl) {
        this.transactionalDdl = transactionalDdl;
    }

    @Override
    public void executed(ExecutedStatement statement) {
        executed.add(statement);
    }

    void run(Connection connection, Consumer<DataSource> body) throws SQLException {
        try (ManualCommit transaction = ManualCommit.on(connection)) {
            body.accept(sharing(connection));
            transaction.commit();
        } catch (IllegalStateException | IllegalArgumentException failed) {
            if (!transactionalDdl && !executed.isEmpty()) {
                throw new PartialTransactionException(executed, failed);
            }
            throw failed;
        }
    }

    /** Hands out the connection to those who cannot end what happens on it. */
    static DataSource sharing(Connection connection) {
        return SharedConnection.without(LEFT_TO_THE_TRANSACTION, connection, Shared.class);
    }
}
