package dev.fk.core.laws;

import dev.fk.core.database.Database;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.sync.Rewording;
import dev.fk.core.testing.Unordered;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One database that becomes one schema after another, and what has to hold each time: it arrives; what is read is
 * canonical; nothing is left to do; a table that is the same in both is left alone.
 */
final class Alteration {
    private final Arena arena;
    private final Kinds kinds;
    private CanonicalSchema there;
    private Schema declared = Schema.empty();

    Alteration(Arena arena, Kinds kinds) {
        this.arena = arena;
        this.kinds = kinds;
        this.there = arena.database().read();
    }

    CanonicalSchema there() {
        return there;
    }

    Schema declared() {
        return declared;
    }

    /** After a plan that stopped half-way. */
    void reread() {
        there = arena.database().read();
        declared = there.schema();
    }

    void becomes(Schema wish) {
        plan(wish).run();
    }

    /** What would run now to get there. */
    Attempt plan(Schema wish) {
        Database database = arena.database();
        CanonicalSchema wanted = database.canonical(wish);
        if (!database.canonical(wanted.schema()).equals(wanted)) {
            throw new LawBroken("What is canonical does not stay as it is: " + wanted.schema(), null);
        }
        ChangeSet changes = differences(there, wanted);
        Plan plan;
        try {
            plan = database.plan(changes, there);
        } catch (RuntimeException e) {
            throw new LawBroken("There is no plan for\n" + changes, e);
        }
        return new Attempt(wish, wanted, changes, plan);
    }

    /** A plan that can be run. */
    final class Attempt {
        private final Schema wish;
        private final CanonicalSchema wanted;
        private final ChangeSet changes;
        private final Plan plan;

        private Attempt(Schema wish, CanonicalSchema wanted, ChangeSet changes, Plan plan) {
            this.wish = wish;
            this.wanted = wanted;
            this.changes = changes;
            this.plan = plan;
        }

        Plan plan() {
            return plan;
        }

        ChangeSet changes() {
            return changes;
        }

        void run() {
            unchangedTablesAreLeftAlone();
            execute().ifPresent(failed -> {
                throw new LawBroken("The server refuses what was planned for\n" + changes + "\n" + plan, failed);
            });
            arrived();
        }

        /** Runs the plan; a failure that one of its steps announced is no surprise. */
        Optional<StatementFailedException> execute() {
            try {
                arena.database().run(plan);
                return Optional.empty();
            } catch (StatementFailedException failed) {
                return Optional.of(failed);
            }
        }

        boolean announced(StatementFailedException failed) {
            return plan.steps().get(failed.index()).assessment().risk() != Risk.SAFE;
        }

        void arrived() {
            there = arena.database().read();
            if (!arena.database().canonical(there.schema()).equals(there)) {
                throw new LawBroken("What is read is not canonical after\n" + plan + there.schema(), null);
            }
            ChangeSet left = differences(there, wanted);
            if (!left.isEmpty()) {
                throw new LawBroken("This is left to do after the plan:\n" + left + "\n" + plan, null);
            }
            declared = wish;
            kinds.count(changes);
        }

        /** A name that the server chose or that was declared once, and that is now to be another one's. */
        private boolean holdsWantedName(QualifiedName table) {
            Set<String> elsewhere = wish.tables().values().stream()
                    .filter(t -> !t.name().equals(table))
                    .flatMap(Table::constraints)
                    .flatMap(c -> c.name().stream())
                    .collect(Collectors.toSet());
            return there.schema().table(table).stream()
                    .flatMap(Table::constraints)
                    .flatMap(c -> c.name().stream())
                    .anyMatch(elsewhere::contains);
        }

        private void unchangedTablesAreLeftAlone() {
            Set<QualifiedName> touched =
                    changes.changes().stream().map(Change::subject).collect(Collectors.toSet());
            if (!declared.enums().equals(wish.enums())) {
                return;
            }
            Set<QualifiedName> suspects = touched.stream()
                    .filter(name -> declared.table(name).isPresent() && !holdsWantedName(name))
                    .collect(Collectors.toSet());
            if (suspects.isEmpty()) {
                return;
            }
            Schema before = Unordered.of(declared);
            Schema after = Unordered.of(wish);
            for (QualifiedName name : suspects) {
                if (before.table(name).equals(after.table(name))) {
                    throw new LawBroken(name + " is the same in both, but:\n" + changes, null);
                }
            }
        }
    }

    /** Found as sync does: an expression in other words is no difference. */
    private ChangeSet differences(CanonicalSchema from, CanonicalSchema to) {
        ChangeSet changes = Differ.diff(from, to);
        Set<QualifiedName> tables = Rewording.tables(changes);
        try {
            return tables.isEmpty()
                    ? changes
                    : Differ.diff(from, arena.database().normalize(to, tables));
        } catch (RuntimeException e) {
            throw new LawBroken("The server cannot reword " + tables + "\n" + changes, e);
        }
    }
}
