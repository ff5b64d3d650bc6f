package dev.fk.core.source;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A migration has nothing that undoes it; nothing was executed. */
@API(status = Status.EXPERIMENTAL)
public final class IrreversibleStepException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /** @param why fact and remedy */
    public IrreversibleStepException(String why) {
        super(why);
    }

    IrreversibleStepException(String why, Exception cause) {
        super(why, cause);
    }
}
