package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.database.LivePlanner;
import dev.fk.core.dialect.UnnamedConstraintException;
import dev.fk.core.diff.Change;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Problem;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** All pending migrations, tried one after the other on the schema as a value. */
record Shadow(Database database, List<Recording> recordings) {
    static Shadow of(Database database, List<Migration> pending) {
        CanonicalSchema all = database.read();
        CanonicalSchema snapshot = CallHandler.withoutOwn(all);
        MadeIndexes made =
                all.equals(snapshot) ? new MadeIndexes(database, Set.of()) : new History(database).madeIndexes();
        CanonicalSchema shadow = snapshot;
        List<Recording> recordings = new ArrayList<>();
        for (Migration migration : pending) {
            Recording recording = Recording.of(
                    migration,
                    made,
                    snapshot,
                    shadow,
                    recordings.stream().flatMap(Recording::changes).toList());
            recordings.add(recording);
            if (recording.end().isPresent()) {
                break;
            }
            shadow = recording.shadow();
        }
        return new Shadow(database, recordings);
    }

    /** What is known of a migration, if it was tried at all. */
    Optional<Recording> of(String id) {
        return recordings.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /**
     * @throws MigrationProblemsException with all problems at once
     */
    void refuseProblems() {
        Set<String> problems = new LinkedHashSet<>();
        for (int i = 0; i < recordings.size(); i++) {
            List<Recording> later = recordings.subList(i + 1, recordings.size());
            problems.addAll(problems(recordings.get(i), later));
            if (recordings.get(i).missing().isPresent()) {
                break; // what follows was tried on a schema that lacks the rest of this one
            }
        }
        if (!problems.isEmpty()) {
            throw new MigrationProblemsException(List.copyOf(problems));
        }
    }

    private static List<String> problems(Recording recording, List<Recording> later) {
        List<String> problems = new ArrayList<>();
        for (Recording.Recorded call : recording.calls()) {
            for (Problem problem : call.problems()) {
                problems.add(tooEarly(recording, problem, later).orElseGet(() -> recording.id() + ": " + problem));
            }
        }
        recording.missing().ifPresent(m -> problems.add(tooEarly(recording, m, later)));
        return problems;
    }

    private static Optional<String> tooEarly(Recording recording, Problem problem, List<Recording> later) {
        return recording
                .foreignKeys()
                .filter(k -> k.table().equals(problem.table())
                        && k.foreignKey().columns().equals(problem.columns()))
                .filter(k -> problem.code().equals("FK001"))
                .flatMap(k -> creator(k.foreignKey().referencedTable(), later).stream()
                        .map(by -> tooEarly(recording, k, by)))
                .findFirst();
    }

    private static String tooEarly(Recording recording, Change.AddForeignKey key, String by) {
        QualifiedName parent = key.foreignKey().referencedTable();
        return recording.id() + " adds a foreign key " + key.table()
                + columns(key.foreignKey().columns()) + " → " + parent
                + columns(key.foreignKey().referencedColumns()) + ", but " + parent + " is created later, by " + by
                + ". Rename the files, or add the constraint in the later one with q.addConstraint(\""
                + key.table().name() + "\", …).";
    }

    private static String tooEarly(Recording recording, Recording.MissingTable missing, List<Recording> later) {
        return creator(missing.table(), later)
                .filter(by -> missing.isMissing())
                .map(by -> recording.id() + " changes table " + missing.table() + ", but it is created later, by " + by
                        + ". Rename the files.")
                .orElse(recording.id() + ": " + missing.message());
    }

    private static Optional<String> creator(QualifiedName table, List<Recording> later) {
        return later.stream().filter(r -> r.creates(table)).map(Recording::id).findFirst();
    }

    private static String columns(List<String> columns) {
        return "(" + String.join(", ", columns) + ")";
    }

    /** The dry run: the statements of each pending migration, as far as they are known before. */
    String render(List<Migration> pending) {
        StringBuilder text = new StringBuilder("plan  "
                + database.server().product().toLowerCase(Locale.ROOT) + " "
                + database.server().version() + " · " + database.server().database() + " · " + pending.size()
                + (pending.size() == 1 ? " migration\n" : " migrations\n"));
        for (Migration migration : pending) {
            text.append(migration.id()).append('\n');
            of(migration.id())
                    .ifPresentOrElse(
                            r -> text.append(lines(r)), () -> text.append("  known when those before it have run\n"));
        }
        return text.toString();
    }

    private String lines(Recording recording) {
        StringBuilder text = new StringBuilder();
        List<Step> steps = new ArrayList<>();
        for (Recording.Recorded call : recording.calls()) {
            if (call.data().isPresent()) {
                text.append(rendered(steps)).append(call.data().get().indent(2));
                steps.clear();
            } else {
                Optional<Plan> plan = plan(call);
                plan.ifPresentOrElse(p -> steps.addAll(p.steps()), () -> {
                    text.append(rendered(steps))
                            .append(call.changes().toString().indent(2));
                    steps.clear();
                });
            }
        }
        text.append(rendered(steps));
        recording.end().ifPresent(e -> text.append("  what follows is known when it runs, because " + e + "\n"));
        return text.isEmpty() ? "  nothing to do\n" : text.toString();
    }

    private String rendered(List<Step> steps) {
        String plan = new Plan(database.server(), steps, true).render();
        return steps.isEmpty() ? "" : plan.substring(plan.indexOf('\n') + 1);
    }

    /**
     * A statement that drops a constraint needs its name, which the server gives when it makes it: also of a foreign key that only
     * makes way for what it stands on.
     */
    private Optional<Plan> plan(Recording.Recorded call) {
        try {
            LivePlanner planner = database.planner();
            return Optional.of(planner.plan(call.changes(), call.before(), planner.onlookers(call.changes())));
        } catch (UnnamedConstraintException notThereYet) {
            return Optional.empty();
        }
    }
}
