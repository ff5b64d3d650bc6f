package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.script.ClientCommandException;
import dev.fk.core.script.ScriptStatement;
import java.util.List;

/** A script, taken apart for a database, that has not run yet. */
record ScriptRun(String location, List<ScriptStatement> statements, Database database) {
    /** @throws ScriptException if it cannot be taken apart */
    static ScriptRun of(String location, String text, Database database) {
        try {
            return new ScriptRun(
                    location,
                    ScriptStatement.of(
                            text,
                            database.dialect().diagnosis(database.server()).lexis()),
                    database);
        } catch (ClientCommandException command) {
            throw new ScriptException(location, command.line(), command);
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
