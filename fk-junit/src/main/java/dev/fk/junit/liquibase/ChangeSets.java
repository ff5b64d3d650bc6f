package dev.fk.junit.liquibase;

import dev.fk.core.database.Database;
import dev.fk.core.source.IrreversibleStepException;
import dev.fk.core.source.MigrationProblem;
import dev.fk.core.source.MigrationStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.RanChangeSet;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCountCommandStep;
import liquibase.exception.LiquibaseException;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/** The changesets of a changelog as steps. Calls Liquibase; loaded when Liquibase is known to be there. */
record ChangeSets(LiquibaseRun run) {
    List<MigrationStep> steps(Database database) {
        return run.connected("Liquibase cannot read the changelog", database, this::steps);
    }

    List<MigrationStep> written(String dialect) {
        return run.offline(dialect, this::steps);
    }

    private List<MigrationStep> steps(liquibase.database.Database target, ReadFiles files) throws LiquibaseException {
        List<ChangeSet> all = run.changeSets(target, files);
        Set<String> ids = new TreeSet<>();
        Set<String> ambiguous = new TreeSet<>();
        all.stream().map(ChangeSet::getId).filter(id -> !ids.add(id)).forEach(ambiguous::add);
        List<MigrationStep> steps = new ArrayList<>();
        for (ChangeSet one : all) {
            steps.add(new MigrationStep(
                    ambiguous.contains(one.getId()) ? one.toString(false) : one.getId(),
                    name(one),
                    one.getFilePath(),
                    LiquibaseRun.checksum(one).orElse("")));
        }
        return steps;
    }

    private static String name(ChangeSet one) {
        String file = one.getFilePath();
        return file.substring(file.lastIndexOf('/') + 1) + "::" + one.getId() + "::" + one.getAuthor();
    }

    /** Liquibase counts what it has to run, what it runs each time included, not what has run. */
    void runTo(MigrationStep last, Database database) {
        run.connected("Liquibase fails on " + last.name(), database, (target, files) -> {
            int count = 0;
            for (ChangeSet one : upTo(last, target, files)) {
                if (one.isAlwaysRun() || target.getRunStatus(one) != RunStatus.ALREADY_RAN) {
                    count++;
                }
            }
            if (count > 0) {
                run.update(UpdateCountCommandStep.COMMAND_NAME, target)
                        .addArgumentValue(UpdateCountCommandStep.COUNT_ARG, count)
                        .execute();
            }
            return count;
        });
        refusePassedOver(last, database);
    }

    /** One that fails may be meant to; not so one that says a foreign key. */
    private void refusePassedOver(MigrationStep last, Database database) {
        run.connected("Liquibase cannot read the changelog", database, (target, files) -> {
            for (ChangeSet one : upTo(last, target, files)) {
                if (Boolean.FALSE.equals(one.getFailOnError())
                        && one.getPreconditions() == null
                        && target.getRanChangeSet(one) == null
                        && saysForeignKey(one, target)) {
                    throw new PassedOverException(one.toString(false));
                }
            }
            return last;
        });
    }

    private static boolean saysForeignKey(ChangeSet one, liquibase.database.Database target) {
        return one.getChanges().stream()
                .flatMap(change -> Stream.of(change.generateStatements(target)))
                .flatMap(
                        statement -> Stream.of(SqlGeneratorFactory.getInstance().generateSql(statement, target)))
                .anyMatch(sql -> sql.toSql().toUpperCase(Locale.ROOT).contains("REFERENCES"));
    }

    private List<ChangeSet> upTo(MigrationStep last, liquibase.database.Database target, ReadFiles files)
            throws LiquibaseException {
        List<MigrationStep> steps = steps(target, files);
        return run.changeSets(target, files).subList(0, steps.indexOf(last) + 1);
    }

    void rollBack(MigrationStep last, Database database) {
        run.connected("Liquibase cannot roll back " + last.name(), database, (target, files) -> {
            List<ChangeSet> all = upTo(last, target, files);
            ChangeSet one = all.get(all.size() - 1);
            if (!one.supportsRollback(target)) {
                throw new IrreversibleStepException(irreversible(one, target));
            }
            if (isLast(one, target)) {
                run.update(RollbackCountCommandStep.COMMAND_NAME, target)
                        .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, 1)
                        .execute();
            } else if (target.getRanChangeSet(one) != null) {
                one.rollback(target);
                target.removeRanStatus(one);
                target.commit();
            }
            return one;
        });
    }

    /**
     * Liquibase rolls back the one that ran last. That is another one where some run each time, and where this one did not
     * run: Liquibase passes over what fails with {@code failOnError="false"}, and over preconditions with {@code CONTINUE}.
     */
    private static boolean isLast(ChangeSet one, liquibase.database.Database target) throws LiquibaseException {
        return target.getRanChangeSetList().stream()
                .max(Comparator.comparing(RanChangeSet::getOrderExecuted))
                .filter(last -> last.isSameAs(one))
                .isPresent();
    }

    private static String irreversible(ChangeSet one, liquibase.database.Database target) {
        List<String> changes = one.getChanges().stream()
                .filter(c -> !c.supportsRollback(target))
                .map(c -> c.getSerializedObjectName())
                .distinct()
                .toList();
        return one.toString(false) + " has no rollback, and Liquibase knows none for " + String.join(", ", changes)
                + ". Write <rollback> in it, an empty one if there is nothing to take back.";
    }

    List<MigrationProblem> problems(String dialect) {
        return run.offline(dialect, (target, files) -> {
            Map<String, Integer> seen = new TreeMap<>();
            List<MigrationProblem> problems = new ArrayList<>();
            for (ChangeSet one : run.changeSets(target, files)) {
                if (seen.merge(one.toString(false), 1, Integer::sum) == 2) {
                    problems.add(new MigrationProblem(
                            one.getFilePath() + lines(one, files),
                            "the id " + one.getId() + " of " + one.getAuthor()
                                    + " is that of more than one changeset of the file, and Liquibase runs none of the"
                                    + " changelog. Give each one of its own."));
                }
            }
            return problems;
        });
    }

    /** {@code :12, 25}: where the id is written. */
    private static String lines(ChangeSet one, ReadFiles files) throws IOException {
        List<String> contents = files.contents();
        int at = contents.indexOf(one.getFilePath());
        List<String> found = new ArrayList<>();
        if (at >= 0) {
            List<String> lines = contents.get(at + 1).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (declares(lines.get(i), one)) {
                    found.add(String.valueOf(i + 1));
                }
            }
        }
        return found.isEmpty() ? "" : ":" + String.join(", ", found);
    }

    /** XML, JSON and YAML, and the comment of formatted SQL. */
    private static boolean declares(String line, ChangeSet one) {
        Optional<String> id = Optional.of(one.getId())
                .filter(i -> line.contains("id=\"" + i + "\"")
                        || line.matches("\\W*id\\W+\\Q" + i + "\\E\\W*")
                        || line.contains(one.getAuthor() + ":" + i));
        return id.isPresent();
    }
}
