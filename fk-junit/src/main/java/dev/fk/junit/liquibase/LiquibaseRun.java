package dev.fk.junit.liquibase;

import dev.fk.core.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
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
        within("Liquibase fails on " + changelog, files -> {
            try (Connection connection = database.dataSource().getConnection()) {
                liquibase.database.Database target =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                ChangeLogParameters parameters = parameters(new ChangeLogParameters(target));
                new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, target)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, path())
                        .addArgumentValue(UpdateCommandStep.CONTEXTS_ARG, source.contexts())
                        .addArgumentValue(UpdateCommandStep.LABEL_FILTER_ARG, source.labels())
                        .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY_OUTPUT, UpdateSummaryOutputEnum.LOG)
                        .execute();
            }
            return files;
        });
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
        DatabaseChangeLog log =
                ChangeLogParserFactory.getInstance().getParser(path(), files).parse(path(), parameters, files);
        for (ChangeSet changeSet : log.getChangeSets()) {
            try {
                checksums.add(changeSet + " " + changeSet.generateCheckSum(ChecksumVersion.latest()));
            } catch (RuntimeException otherServer) {
                // some changelogs name files after the kinds of servers they know: the path makes no URI, or leads
                // nowhere
                LOGGER.log(System.Logger.Level.DEBUG, changeSet + " is not for every server", otherServer);
            }
        }
        return checksums;
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
            throw new LiquibaseFailedException(what, failed);
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
}
