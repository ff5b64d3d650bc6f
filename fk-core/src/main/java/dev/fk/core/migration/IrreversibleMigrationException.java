package dev.fk.core.migration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration cannot be undone by itself; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class IrreversibleMigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IrreversibleMigrationException(String id, String sql) {
        super(id + " cannot be taken back by itself, because fk does not know the opposite of\n  " + sql
                + "\nNothing was executed. Write down(QueryInterface) in it.");
    }
}
