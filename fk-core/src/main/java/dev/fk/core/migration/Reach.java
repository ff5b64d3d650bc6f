package dev.fk.core.migration;

import dev.fk.core.database.Database;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Step;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far changes reach: which tables need to be read again when they have run. */
final class Reach {
    /** What may show in tables that reference the table or have the type, or is the type of columns. */
    private static final Set<Class<? extends Change>> FAR = Set.of(
            Change.RenameTable.class,
            Change.RenameColumn.class,
            Change.AlterOptions.class,
            Change.CreateEnum.class,
            Change.DropEnum.class,
            Change.AlterEnum.class,
            Change.RenameEnumLabel.class);

    private Reach() {}

    /**
     * The tables that are perhaps not what they were once the plan has run; all others stay as they are. Empty if that cannot
     * be said, as where tables hand down what they have to others.
     */
    static Optional<Set<QualifiedName>> of(Plan plan, ChangeSet changes, CanonicalSchema before, Database database) {
        Supplier<Stream<Change>> all =
                () -> Stream.concat(plan.steps().stream().map(Step::source), changes.changes().stream());
        boolean far = all.get().anyMatch(c -> FAR.contains(c.getClass()))
                || Stream.concat(
                                before.schema().tables().values().stream(),
                                changes.ofType(Change.CreateTable.class).stream()
                                        .map(Change.CreateTable::definition))
                        .anyMatch(t -> !database.dialect().parents(t).isEmpty())
                || Lookup.isCaseIgnored(database);
        return far
                ? Optional.empty()
                : Optional.of(all.get().map(Change::subject).collect(Collectors.toUnmodifiableSet()));
    }

    static boolean isOneNewTable(Plan plan, ChangeSet changes) {
        return changes.changes().size() == 1
                && changes.changes().get(0) instanceof Change.CreateTable
                && plan.steps().stream().allMatch(s -> s.source() instanceof Change.CreateTable);
    }
}
