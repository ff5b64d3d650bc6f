package dev.fk.core.rule;

import dev.fk.core.diff.Change;
import dev.fk.core.plan.Preflight;
import dev.fk.core.plan.Problem;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a server would refuse today, or does not carry out, and that is there nevertheless: made while {@code
 * foreign_key_checks} was off, on an older server, or because this one looks only when a row is deleted.
 */
final class ServerProblems {
    static final String PARENT_MISSING = "FK001";
    static final String NOT_UNIQUE = "FK003";
    static final String TYPES = "FK004";
    static final String SET_NULL = "FK005";
    static final String ACTION = "FK006";
    /** Two names of one table that are the same; not in a catalog: MySQL 9.7.4 lets a unique key and a foreign key share one. */
    private static final String NAME_TWICE = "FK102";

    private static final Set<String> ELSEWHERE = Set.of(PARENT_MISSING, NOT_UNIQUE, TYPES, SET_NULL, NAME_TWICE);

    private ServerProblems() {}

    /** The problems of one code. */
    static Inspection of(String code) {
        return target -> {
            int subjects = (int) Member.foreignKeys(target).count();
            return new Inspection.Result(
                    subjects, violations(target, p -> p.code().equals(code)));
        };
    }

    /** All others, each under its own code. */
    static Inspection.Result others(Target target) {
        List<Violation> coded = violations(target, p -> !ELSEWHERE.contains(p.code()));
        return new Inspection.Result(target.tables().size(), coded);
    }

    private static List<Violation> violations(Target target, Predicate<Problem> wanted) {
        List<Violation> violations = new ArrayList<>();
        for (Problem problem : Preflight.check(target.catalog(), target.catalog(), target.dialect(), target.server())) {
            if (wanted.test(problem) && !isOutOfView(target, problem)) {
                violations.add(violation(target, problem));
            }
        }
        return violations;
    }

    /** A table that is said to be missing, of a schema of which no table is in view: nobody knows. */
    private static boolean isOutOfView(Target target, Problem problem) {
        return problem.code().equals(PARENT_MISSING)
                && target.schema().table(problem.table()).stream()
                        .flatMap(t -> t.foreignKeysOn(problem.columns()).stream())
                        .map(ForeignKey::referencedTable)
                        .filter(n -> target.schema().table(n).isEmpty())
                        .allMatch(n -> n.schema().isPresent()
                                && target.schema().tables().keySet().stream()
                                        .noneMatch(t -> t.schema().equals(n.schema())));
    }

    private static Violation violation(Target target, Problem problem) {
        Table table = target.schema().table(problem.table()).orElseThrow();
        List<ForeignKey> keys = table.foreignKeysOn(problem.columns());
        Subject subject = keys.isEmpty() ? Subject.of(table) : Subject.of(table, keys.get(0));
        Violation violation =
                Violation.of(subject, problem.fact()).remedy(problem.remedy()).coded(problem.code());
        for (ForeignKey key : keys) {
            for (List<Change> fix : fixes(target, table, key, problem.code())) {
                violation = violation.fixedBy(fix.toArray(Change[]::new));
            }
        }
        return violation;
    }

    private static List<List<Change>> fixes(Target target, Table table, ForeignKey key, String code) {
        return switch (code) {
            case NOT_UNIQUE ->
                List.of(List.of(new Change.AddUniqueKey(
                        key.referencedTable(),
                        UniqueKey.of(key.referencedColumns().toArray(String[]::new)))));
            case TYPES -> List.of(sameTypes(target, table, key));
            case SET_NULL ->
                List.of(nullable(table, key), List.of(withActions(table, key, ReferentialAction.SET_NULL)));
            case ACTION -> List.of(List.of(withActions(table, key, ReferentialAction.SET_DEFAULT)));
            default -> List.of();
        };
    }

    private static List<Change> nullable(Table table, ForeignKey key) {
        List<String> primary = table.primaryKey().map(k -> k.columns()).orElse(List.of());
        if (key.columns().stream().anyMatch(primary::contains)) {
            return List.of();
        }
        return key.columns().stream()
                .flatMap(c -> table.column(c).stream())
                .filter(c -> !c.nullable())
                .<Change>map(c -> new Change.AlterColumn(table.name(), c, c.withNullable(true)))
                .toList();
    }

    /** NO ACTION in place of the action that cannot be carried out. */
    private static Change withActions(Table table, ForeignKey key, ReferentialAction impossible) {
        ReferentialAction delete = key.onDelete() == impossible ? ReferentialAction.NO_ACTION : key.onDelete();
        ReferentialAction update = key.onUpdate() == impossible ? ReferentialAction.NO_ACTION : key.onUpdate();
        return new Change.AlterForeignKey(
                table.name(), key, key.withActions(delete, update).withOnDeleteColumns(List.of()));
    }

    private static List<Change> sameTypes(Target target, Table table, ForeignKey key) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.DropForeignKey(table.name(), key));
        Optional<Table> parent = target.schema().table(key.referencedTable());
        for (int i = 0; i < key.columns().size(); i++) {
            Optional<Column> own = table.column(key.columns().get(i));
            String referenced = key.referencedColumns().get(i);
            Optional<Column> other = parent.flatMap(p -> p.column(referenced));
            if (own.isPresent()
                    && other.isPresent()
                    && !own.get().type().equals(other.get().type())) {
                changes.add(new Change.AlterColumn(
                        table.name(), own.get(), own.get().withType(other.get().type())));
            }
        }
        changes.add(new Change.AddForeignKey(table.name(), key));
        return changes;
    }
}
