package dev.fk.core.script;

import dev.fk.core.dialect.Lexis;
import dev.fk.core.dialect.Sql;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A statement of a script.
 *
 * @param line where it begins, counted from 1
 */
@API(status = Status.INTERNAL)
public record ScriptStatement(int line, Sql sql) {
    /**
     * The statements of a script: between semicolons, but for those in strings, quoted names, comments, dollar quotes,
     * the bodies ({@code BEGIN … END}) of functions, procedures, triggers and events, and, as for psql, in parentheses.
     *
     * @throws ClientCommandException if the script contains what only a client program understands
     */
    public static List<ScriptStatement> of(String script, Lexis lexis) {
        return new ScriptSplitter(script, lexis).split();
    }
}
