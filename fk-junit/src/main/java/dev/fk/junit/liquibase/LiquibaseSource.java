package dev.fk.junit.liquibase;

import dev.fk.core.database.Database;
import dev.fk.core.schema.DialectId;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.source.DialectWord;
import dev.fk.core.source.Fingerprint;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import dev.fk.core.source.SteppedSource;
import dev.fk.junit.provision.Libraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What Liquibase makes of a changelog; works with Liquibase 4.27 to 5.0. Its tables are left in the database, as in
 * production. Liquibase keeps quiet and sends no usage data.
 *
 * <pre>{@code
 * LiquibaseSource.of("classpath:db/changelog.xml").inContexts("test").with("owner", "app")
 * }</pre>
 *
 * @param changelog {@code classpath:db/changelog.xml}, the same without {@code classpath:}, or {@code file:db/changelog.xml}
 *     for a path from the working directory; {@code {dialect}} in it stands for {@code postgresql}, {@code mysql} or
 *     {@code mariadb}
 * @param contexts in which contexts it runs, as Liquibase knows them; all changesets if blank
 * @param labels a filter of labels; all changesets if blank
 * @param parameters what the changelog refers to as {@code ${name}}
 */
@API(status = Status.EXPERIMENTAL)
public record LiquibaseSource(String changelog, String contexts, String labels, Map<String, String> parameters)
        implements SteppedSource {
    private static final String LIBRARY = "liquibase.command.CommandScope";
    private static final Set<String> TABLES = Set.of("databasechangelog", "databasechangeloglock");

    public LiquibaseSource {
        changelog = DialectWord.required("A source of Liquibase", changelog).get(0);
        parameters = Map.copyOf(parameters);
    }

    /** @throws IllegalArgumentException if it is blank */
    public static LiquibaseSource of(String changelog) {
        return new LiquibaseSource(changelog, "", "", Map.of());
    }

    /** The same in these contexts, separated by commas. */
    public LiquibaseSource inContexts(String those) {
        return new LiquibaseSource(changelog, those, labels, parameters);
    }

    /** The same for those changesets whose labels fit this expression. */
    public LiquibaseSource labelled(String expression) {
        return new LiquibaseSource(changelog, contexts, expression, parameters);
    }

    /** The same with one more parameter. */
    public LiquibaseSource with(String parameter, String value) {
        Map<String, String> all = new TreeMap<>(parameters);
        all.put(parameter, value);
        return new LiquibaseSource(changelog, contexts, labels, all);
    }

    /**
     * @throws IllegalStateException if Liquibase is not on the class path
     * @throws LiquibaseFailedException with what Liquibase says
     */
    @Override
    public void applyTo(Database database) {
        run(database).update(database);
    }

    private LiquibaseRun run(Database database) {
        requireLibrary();
        return new LiquibaseRun(this, DialectWord.fill(changelog, database));
    }

    /** The changesets, by their ids where these are unique, and by {@code file::id::author} where they are not. */
    @Override
    public List<MigrationStep> steps(Database database) {
        return new ChangeSets(run(database)).steps(database);
    }

    @Override
    public void runTo(MigrationStep last, Database database) {
        new ChangeSets(run(database)).runTo(last, database);
    }

    /** Runs the rollback that Liquibase knows of the changeset, or that is written in it. */
    @Override
    public void undo(MigrationStep last, Database database) {
        new ChangeSets(run(database)).rollBack(last, database);
    }

    @Override
    public Optional<String> withoutUndo() {
        return Optional.empty();
    }

    @Override
    public boolean keeps(QualifiedName table) {
        return TABLES.contains(table.name().toLowerCase(Locale.ROOT));
    }

    /** Changesets of one file that have the same id and author. */
    @Override
    public List<MigrationProblem> problems() {
        return forEachServer((dialect, run) -> new ChangeSets(run).problems(dialect)).stream()
                .distinct()
                .toList();
    }

    @Override
    public List<MigrationStep> written() {
        return MigrationStep.together(forEachServer((dialect, run) -> new ChangeSets(run).written(dialect)));
    }

    @Override
    public List<MigrationStep> written(DialectId server) {
        requireLibrary();
        return new ChangeSets(new LiquibaseRun(this, DialectWord.fill(changelog, server))).written(server.toString());
    }

    /** All files that make the changelog on any kind of server, and Liquibase's checksums of the changesets, with the rest. */
    @Override
    public String fingerprint() {
        requireLibrary();
        List<String> texts = new ArrayList<>(List.of(changelog, contexts, labels));
        new TreeMap<>(parameters).forEach((name, value) -> texts.add(name + "=" + value));
        texts.addAll(forEachServer((dialect, run) -> run.contents(dialect)));
        return Fingerprint.of(texts);
    }

    /** Some changelogs are for one kind of server alone. */
    private <T> List<T> forEachServer(BiFunction<String, LiquibaseRun, List<T>> work) {
        requireLibrary();
        List<T> all = new ArrayList<>();
        List<LiquibaseFailedException> failures = new ArrayList<>();
        Map<String, String> changelogs = DialectWord.byDialect(changelog);
        changelogs.forEach((dialect, filled) -> {
            try {
                all.addAll(work.apply(dialect, new LiquibaseRun(this, filled)));
            } catch (LiquibaseFailedException notForThisServer) {
                failures.add(notForThisServer);
            }
        });
        if (failures.size() == changelogs.size()) {
            throw failures.get(0);
        }
        return all;
    }

    private static void requireLibrary() {
        if (!Libraries.present(LIBRARY)) {
            throw new IllegalStateException(
                    "Liquibase is not on the class path. Add org.liquibase:liquibase-core, 4.27 or later.");
        }
    }

    @Override
    public String toString() {
        return "Liquibase " + changelog;
    }
}
