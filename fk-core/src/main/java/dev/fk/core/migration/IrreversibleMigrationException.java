package dev.fk.core.migration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration cannot be undone by itself; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class IrreversibleMigrationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    IrreversibleMigrationException(String id, String sql) {
        super(id
                + " cannot be taken back by itself, because it ran SQL of its own, whose opposite fk does not know:\n  "
                + sql + "\nNothing was executed. Write down(QueryInterface) in it.");
    }
}
