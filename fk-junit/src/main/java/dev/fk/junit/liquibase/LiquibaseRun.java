package dev.fk.junit.liquibase;

import dev.fk.core.database.Database;
import dev.fk.junit.report.Refusals;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import liquibase.ChecksumVersion;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Calls Liquibase; loaded when Liquibase is known to be there. */
final class LiquibaseRun {
    private static final System.Logger LOGGER = System.getLogger(LiquibaseRun.class.getName());
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE = "file:";

    private final LiquibaseSource source;
    private final String changelog;

    /** @param changelog of the source, for one kind of server */
    LiquibaseRun(LiquibaseSource source, String changelog) {
        this.source = source;
        this.changelog = changelog;
    }

    void update(Database database) {
        connected("Liquibase fails on " + changelog, database, (target, files) -> {
            update(UpdateCommandStep.COMMAND_NAME, target).execute();
            return target;
        });
    }

    /** A command that updates a database, still without what only one of them has. */
    CommandScope update(String[] command, liquibase.database.Database target) throws LiquibaseException {
        return new CommandScope(command)
                .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, path())
                .addArgumentValue(UpdateCommandStep.CONTEXTS_ARG, source.contexts())
                .addArgumentValue(UpdateCommandStep.LABEL_FILTER_ARG, source.labels())
                .addArgumentValue(
                        DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters(new ChangeLogParameters(target)))
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG);
    }

    <T> T connected(String what, Database database, Connected<T> work) {
        Refusals refusals = new Refusals(database);
        return within(what, refusals::of, files -> {
            try (Connection connection = refusals.dataSource().getConnection()) {
                return work.with(
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)),
                        files);
            }
        });
    }

    /**
     * The changesets for one kind of server, in the order in which they run.
     *
     * @param dialect as Liquibase calls it
     */
    <T> T offline(String dialect, Connected<T> work) {
        return within(
                "Liquibase cannot read " + changelog,
                files -> work.with(DatabaseFactory.getInstance().getDatabase(dialect), files));
    }

    /** All changesets that are meant for a database, by its kind, contexts and labels. */
    List<ChangeSet> changeSets(liquibase.database.Database target, ReadFiles files) throws LiquibaseException {
        List<ChangeSetFilter> filters = List.of(
                new DbmsChangeSetFilter(target),
                new ContextChangeSetFilter(new Contexts(source.contexts())),
                new LabelChangeSetFilter(new LabelExpression(source.labels())),
                new IgnoreChangeSetFilter());
        return parsed(files, parameters(new ChangeLogParameters(target))).getChangeSets().stream()
                .filter(c -> filters.stream().allMatch(f -> f.accepts(c).isAccepted()))
                .toList();
    }

    private DatabaseChangeLog parsed(ReadFiles files, ChangeLogParameters parameters) throws LiquibaseException {
        return ChangeLogParserFactory.getInstance().getParser(path(), files).parse(path(), parameters, files);
    }

    /**
     * The files that Liquibase reads, and its checksums, to know what it would have to do on a kind of server, without any.
     *
     * @param dialect as Liquibase calls it
     */
    List<String> contents(String dialect) {
        return within("Liquibase cannot read " + changelog, files -> {
            liquibase.database.Database offline = DatabaseFactory.getInstance().getDatabase(dialect);
            List<String> texts = new ArrayList<>(read(files, parameters(new ChangeLogParameters(offline))));
            texts.addAll(files.contents());
            return texts;
        });
    }

    /** The checksums of all changesets, which cover the SQL files and rows that these refer to. */
    private List<String> read(ReadFiles files, ChangeLogParameters parameters) throws LiquibaseException {
        List<String> checksums = new ArrayList<>();
        for (ChangeSet changeSet : parsed(files, parameters).getChangeSets()) {
            checksum(changeSet).ifPresent(c -> checksums.add(changeSet + " " + c));
        }
        return checksums;
    }

    /** Empty for one whose files are not there for this kind of server: some changelogs name files after servers. */
    static Optional<String> checksum(ChangeSet changeSet) {
        try {
            return Optional.of(
                    changeSet.generateCheckSum(ChecksumVersion.latest()).toString());
        } catch (RuntimeException otherServer) {
            // the path makes no URI, or leads nowhere
            LOGGER.log(System.Logger.Level.DEBUG, changeSet + " is not for every server", otherServer);
            return Optional.empty();
        }
    }

    private ChangeLogParameters parameters(ChangeLogParameters empty) {
        source.parameters().forEach(empty::set);
        empty.setContexts(new Contexts(source.contexts()));
        empty.setLabels(new LabelExpression(source.labels()));
        return empty;
    }

    private String path() {
        String path = changelog.startsWith(CLASS_PATH)
                ? changelog.substring(CLASS_PATH.length())
                : changelog.startsWith(FILE) ? changelog.substring(FILE.length()) : changelog;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private <T> T within(String what, Work<T> work) {
        return within(what, failed -> "", work);
    }

    /** @param reason of a failure, behind what Liquibase says of it */
    private <T> T within(String what, Function<Throwable, String> reason, Work<T> work) {
        try (ReadFiles files = new ReadFiles(files())) {
            Map<String, Object> quiet = Map.of(
                    Scope.Attr.logService.name(),
                    new NoOpLogService(),
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    Scope.Attr.resourceAccessor.name(),
                    files,
                    "liquibase.analytics.enabled",
                    false);
            return Scope.child(quiet, () -> work.with(files));
        } catch (RuntimeException unexpected) {
            throw unexpected;
        } catch (Exception failed) {
            throw new LiquibaseFailedException(what, failed, reason.apply(failed));
        }
    }

    private ResourceAccessor files() throws java.io.FileNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return changelog.startsWith(FILE)
                ? new DirectoryResourceAccessor(Path.of("").toAbsolutePath())
                : new ClassLoaderResourceAccessor(context == null ? getClass().getClassLoader() : context);
    }

    private interface Work<T> {
        T with(ReadFiles files) throws Exception;
    }

    /** What is done with Liquibase's idea of a database and the files of a changelog. */
    interface Connected<T> {
        T with(liquibase.database.Database target, ReadFiles files) throws Exception;
    }
}
