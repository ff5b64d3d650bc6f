package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.script.ClientCommandException;
import dev.fk.core.script.ScriptStatement;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** A script could not be run to its end; the message begins with file and line. */
@API(status = Status.EXPERIMENTAL)
public final class ScriptException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String location;
    private final int line;

    ScriptException(String location, ClientCommandException cause) {
        super(told(location, cause.line(), cause.getMessage()), cause);
        this.location = location;
        this.line = cause.line();
    }

    /** Before anything runs. */
    ScriptException(String location, int line, String problem) {
        super(told(location, line, problem));
        this.location = location;
        this.line = line;
    }

    private static String told(String location, int line, @Nullable String problem) {
        return location + ":" + line + ": " + problem + "\nNothing was executed.";
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
