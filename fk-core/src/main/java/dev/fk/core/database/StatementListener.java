package dev.fk.core.database;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Told about every statement that fk executes to change a database; catalog reads are not reported. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface StatementListener {
    void executed(ExecutedStatement statement);

    /** Tells both. */
    default StatementListener and(StatementListener other) {
        return statement -> {
            executed(statement);
            other.executed(statement);
        };
    }

    static StatementListener none() {
        return statement -> {};
    }
}
