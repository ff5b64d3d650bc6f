package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.script.ClientCommandException;
import dev.fk.core.script.ScriptStatement;
import java.util.List;

/** A script, taken apart for a database, that has not run yet. */
record ScriptRun(String location, List<ScriptStatement> statements, Database database) {
    /** @throws ScriptException if it cannot be taken apart, or would lose what it does */
    static ScriptRun of(String location, String text, Database database) {
        List<ScriptStatement> statements = split(location, text, database);
        boolean transactional = database.hasTransactionalDdl();
        LostTransaction.of(statements, transactional).ifPresent(begin -> {
            throw new ScriptException(
                    location,
                    begin.line(),
                    "Nothing ends the transaction that begins here, so that what is done in it would not stay. End it with"
                            + " COMMIT, or leave the statement that begins it out.");
        });
        return new ScriptRun(location, statements, database);
    }

    private static List<ScriptStatement> split(String location, String text, Database database) {
        try {
            return ScriptStatement.of(
                    text, database.dialect().diagnosis(database.server()).lexis());
        } catch (ClientCommandException command) {
            throw new ScriptException(location, command);
        }
    }

    void run() {
        database.onOneConnection(one -> {
            UsualSchema usual = UsualSchema.of(one);
            statements.forEach(s -> run(s, one));
            usual.restore(one);
            return this;
        });
    }

    private void run(ScriptStatement statement, Database one) {
        try {
            one.execute(statement.sql());
        } catch (DatabaseException refused) {
            throw new ScriptException(location, statement, one, refused);
        }
    }
}
