package dev.fk.core.source;

import dev.fk.core.database.Database;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * SQL scripts, in this order, each statement for itself. A statement ends with a semicolon outside of strings, quoted
 * names, comments, dollar quotes and the {@code BEGIN … END} of functions, procedures and triggers; or with what
 * {@code DELIMITER} says. Dumps of {@code pg_dump} and {@code mysqldump} are scripts, the rows behind {@code COPY … FROM
 * stdin} included. What leads out of the database ({@code \connect}, {@code USE}), and other commands of client programs,
 * is refused before anything runs.
 *
 * <p>Each script has a connection of its own, so that what one sets is not set for the next.
 *
 * <p>A location is {@code classpath:db/schema.sql}, the same without {@code classpath:}, or {@code file:db/schema.sql}.
 * {@code classpath:db/*.sql} are all of a folder, in the order of their names, numbers by their value.
 * {@code {dialect}} in it stands for {@code postgresql}, {@code mysql} or {@code mariadb}. Files are UTF-8.
 *
 * <p>Each is a step, as a migration is. Its way back is what stands behind a line {@code -- //@UNDO} (MyBatis Migrations),
 * {@code -- migrate:down} (dbmate), {@code -- +goose Down} or {@code -- +migrate Down}, and does not run with the rest; of
 * {@code 1-orders.up.sql} it is {@code 1-orders.down.sql} beside it.
 *
 * @param locations where the scripts are; at least one
 */
@API(status = Status.EXPERIMENTAL)
public record ScriptSource(List<String> locations) implements SteppedSource {
    public ScriptSource {
        locations = DialectWord.required("A source of scripts", locations.toArray(String[]::new));
    }

    /** @throws IllegalArgumentException without any location */
    public static ScriptSource of(String... locations) {
        return new ScriptSource(List.of(locations));
    }

    /**
     * @throws IllegalArgumentException if there is no such script, or it is not UTF-8
     * @throws ScriptException if one cannot be taken apart, or the server refuses a statement; says which
     */
    @Override
    public void applyTo(Database database) {
        files(database).stream()
                .map(f -> ScriptRun.of(f.location(), f.up(), database))
                .toList()
                .forEach(ScriptRun::run);
    }

    private List<ScriptFile> files(Database database) {
        return files(l -> DialectWord.fill(l, database));
    }

    private List<ScriptFile> files(UnaryOperator<String> filled) {
        return locations.stream()
                .flatMap(l -> ScriptFiles.at(filled.apply(l)).stream())
                .toList();
    }

    @Override
    public List<MigrationStep> steps(Database database) {
        return steps(files(database));
    }

    /** Runs this one; those before it have to have run, as nothing remembers what has. */
    @Override
    public void runTo(MigrationStep last, Database database) {
        ScriptFile script = file(last);
        ScriptRun.of(script.location(), script.up(), database).run();
    }

    @Override
    public void undo(MigrationStep last, Database database) {
        ScriptFile script = file(last);
        String undo = script.undo()
                .orElseThrow(
                        () -> new IrreversibleStepException(script.location() + " has no part behind a line -- //@UNDO"
                                + " or the like, nor is there a script beside it that takes it back."));
        ScriptRun.of(script.location(), undo, database).run();
    }

    /** It alone is read, not all of its folder. */
    private static ScriptFile file(MigrationStep step) {
        return ScriptFiles.at(step.place()).get(0);
    }

    @Override
    public Optional<String> withoutUndo() {
        return everywhere().anyMatch(f -> f.undo().isPresent())
                ? Optional.empty()
                : Optional.of("These scripts have no way back.");
    }

    @Override
    public boolean keeps(QualifiedName table) {
        return false;
    }

    @Override
    public List<MigrationProblem> problems() {
        return List.of();
    }

    @Override
    public List<MigrationStep> written() {
        return MigrationStep.together(DialectWord.byDialect(locations.get(0)).keySet().stream()
                .flatMap(server -> steps(locations.stream()
                                .map(l -> DialectWord.byDialect(l).getOrDefault(server, l))
                                .flatMap(l -> ScriptFiles.find(l).stream())
                                .toList())
                        .stream())
                .toList());
    }

    @Override
    public List<MigrationStep> written(DialectId server) {
        return steps(files(l -> DialectWord.fill(l, server)));
    }

    /** Called as the file is, or as the location, if several files are called so. */
    private static List<MigrationStep> steps(List<ScriptFile> files) {
        List<String> names = files.stream().map(ScriptFile::name).toList();
        return files.stream()
                .map(f -> {
                    String name = Collections.frequency(names, f.name()) > 1 ? f.location() : f.name();
                    return new MigrationStep(name, name, f.location(), Fingerprint.of(List.of(f.text())));
                })
                .toList();
    }

    /** The scripts' content; with {@code {dialect}}, of all that there are. */
    @Override
    public String fingerprint() {
        return Fingerprint.of(everywhere()
                .flatMap(f -> Stream.concat(Stream.of(f.location(), f.text()), f.down().stream()))
                .toList());
    }

    /** Of all kinds of servers. */
    private Stream<ScriptFile> everywhere() {
        return locations.stream().flatMap(ScriptSource::everywhere);
    }

    private static Stream<ScriptFile> everywhere(String location) {
        Collection<String> all = new TreeSet<>(DialectWord.byDialect(location).values());
        List<ScriptFile> found =
                all.stream().flatMap(l -> ScriptFiles.find(l).stream()).toList();
        return found.isEmpty() ? all.stream().flatMap(l -> ScriptFiles.at(l).stream()) : found.stream();
    }

    @Override
    public String toString() {
        return String.join(", ", locations);
    }
}
