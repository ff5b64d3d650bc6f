package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.explain.ClientCommandException;
import dev.fk.core.explain.ScriptStatement;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SQL scripts, in this order, each statement for itself. A statement ends with a semicolon outside of strings, quoted
 * names, comments, dollar quotes and the {@code BEGIN … END} of functions, procedures and triggers. Commands of client
 * programs ({@code DELIMITER}, {@code \connect}, {@code COPY … FROM STDIN}) are refused before anything runs.
 *
 * <p>Each script has a connection of its own, as {@code psql} and {@code mysql} give it one: the {@code search_path} that a dump
 * empties, or checks that it switches off, are nothing to the next.
 *
 * <p>A location is {@code classpath:db/schema.sql}, the same without {@code classpath:}, or {@code file:db/schema.sql}.
 * {@code {dialect}} in it stands for {@code postgresql}, {@code mysql} or {@code mariadb}. Files are read as UTF-8.
 *
 * @param locations where the scripts are; at least one
 */
@API(status = Status.EXPERIMENTAL)
public record ScriptSource(List<String> locations) implements SchemaSource {
    public ScriptSource {
        locations = DialectWord.required("A source of scripts", locations.toArray(String[]::new));
    }

    /** @throws IllegalArgumentException without any location */
    public static ScriptSource of(String... locations) {
        return new ScriptSource(List.of(locations));
    }

    /**
     * @throws IllegalArgumentException if there is no such script
     * @throws ScriptException if one cannot be taken apart, or the server refuses a statement; says which
     */
    @Override
    public void applyTo(Database database) {
        List<ScriptFile> scripts = locations.stream()
                .map(l -> ScriptFile.at(DialectWord.fill(l, database)))
                .toList();
        List<List<ScriptStatement>> parts =
                scripts.stream().map(s -> split(s, database)).toList();
        for (int i = 0; i < scripts.size(); i++) {
            ScriptFile script = scripts.get(i);
            List<ScriptStatement> statements = parts.get(i);
            database.onOneConnection(one -> run(script, statements, one));
        }
    }

    private static List<ScriptStatement> split(ScriptFile script, Database database) {
        try {
            return ScriptStatement.of(
                    script.text(),
                    database.dialect().diagnosis(database.server()).lexis());
        } catch (ClientCommandException command) {
            throw new ScriptException(script.location(), command.line(), command);
        }
    }

    private static ScriptFile run(ScriptFile script, List<ScriptStatement> statements, Database database) {
        for (ScriptStatement statement : statements) {
            try {
                database.execute(statement.sql());
            } catch (DatabaseException refused) {
                throw new ScriptException(script.location(), statement, database, refused);
            }
        }
        return script;
    }

    /** The scripts' content; with {@code {dialect}}, of all that there are. */
    @Override
    public String fingerprint() {
        return Fingerprint.of(locations.stream().flatMap(ScriptSource::contents).toList());
    }

    private static Stream<String> contents(String location) {
        Collection<String> all = new TreeSet<>(DialectWord.byDialect(location).values());
        List<String> found = all.stream()
                .flatMap(l -> ScriptFile.find(l).stream())
                .flatMap(f -> Stream.of(f.location(), f.text()))
                .toList();
        return found.isEmpty() ? all.stream().map(l -> ScriptFile.at(l).text()) : found.stream();
    }

    @Override
    public String toString() {
        return String.join(", ", locations);
    }
}
