package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.script.ClientCommandException;
import dev.fk.core.script.ScriptStatement;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A script could not be run to its end; the message begins with file and line. */
@API(status = Status.EXPERIMENTAL)
public final class ScriptException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final int line;

    ScriptException(String location, int line, ClientCommandException cause) {
        super(location + ":" + line + ": " + cause.getMessage() + "\nNothing was executed.", cause);
        this.location = location;
        this.line = line;
    }

    ScriptException(String location, ScriptStatement statement, Database database, DatabaseException cause) {
        super(
                location + ":" + statement.line() + ": " + database.server() + " refuses this statement; what stands"
                        + " before it is done.\n" + cause.getMessage(),
                cause);
        this.location = location;
        this.line = statement.line();
    }

    /** The script, as it was named. */
    public String location() {
        return location;
    }

    /** Where the statement begins, counted from 1. */
    public int line() {
        return line;
    }
}
