package dev.fk.core.diff;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What has to change for one schema to become another. Foreign keys are matched by columns and target, other constraints
 * by what they say, names only where {@code to} declares one: a name the server chose is kept and never a difference.
 */
@API(status = Status.EXPERIMENTAL)
public final class Differ {
    private final List<Change> changes = new ArrayList<>();

    private Differ() {}

    /** The changes from one to the other; both in the normal form of the same dialect. */
    public static ChangeSet diff(CanonicalSchema from, CanonicalSchema to) {
        if (!from.dialect().equals(to.dialect())) {
            throw new IllegalArgumentException("A schema in the normal form of " + from.dialect()
                    + " cannot be compared with one of " + to.dialect() + "; canonicalize both for one server.");
        }
        Differ differ = new Differ();
        differ.enums(from.schema(), to.schema());
        differ.tables(from.schema(), to.schema());
        return new ChangeSet(differ.changes);
    }

    private void enums(Schema from, Schema to) {
        for (EnumDefinition wanted : to.enums().values()) {
            EnumDefinition there = from.enums().get(wanted.name());
            if (there == null) {
                changes.add(new Change.CreateEnum(wanted));
            } else if (!there.equals(wanted)) {
                changes.add(new Change.AlterEnum(there, wanted));
            }
        }
        from.enums().values().stream()
                .filter(there -> !to.enums().containsKey(there.name()))
                .map(Change.DropEnum::new)
                .forEach(changes::add);
    }

    private void tables(Schema from, Schema to) {
        from.tables().values().stream()
                .filter(there -> to.table(there.name()).isEmpty())
                .map(Change.DropTable::new)
                .forEach(changes::add);
        for (Table wanted : to.tables().values()) {
            Optional<Table> there = from.table(wanted.name());
            if (there.isEmpty()) {
                changes.add(new Change.CreateTable(wanted));
            } else if (!there.get().equals(wanted)) {
                table(there.get(), wanted);
            }
        }
    }

    private void table(Table from, Table to) {
        QualifiedName table = to.name();
        if (!from.options().equals(to.options())) {
            changes.add(new Change.AlterOptions(table, from.options(), to.options()));
        }
        if (!from.comment().equals(to.comment())) {
            changes.add(new Change.AlterComment(table, from.comment(), to.comment()));
        }
        columns(table, from, to);
        constraints(
                from,
                from.primaryKey().stream().toList(),
                to.primaryKey().stream().toList(),
                Differ::unnamed);
        constraints(from, from.uniqueKeys(), to.uniqueKeys(), UniqueKey::columns);
        constraints(from, from.checks(), to.checks(), Check::expression);
        constraints(from, from.exclusions(), to.exclusions(), Differ::unnamed);
        constraints(from, from.indexes(), to.indexes(), Differ::unnamed);
        constraints(from, from.foreignKeys(), to.foreignKeys(), ForeignKey::key);
    }

    private static Constraint unnamed(Constraint constraint) {
        return constraint.withName(Optional.empty());
    }

    private void columns(QualifiedName table, Table from, Table to) {
        ColumnPosition position = ColumnPosition.atFirst();
        for (Column there : from.columns()) {
            if (to.column(there.name()).isEmpty()) {
                changes.add(new Change.DropColumn(table, there, position));
            } else {
                position = ColumnPosition.after(there.name());
            }
        }
        for (Column wanted : to.columns()) {
            Optional<Column> there = from.column(wanted.name());
            if (there.isEmpty()) {
                changes.add(new Change.AddColumn(table, wanted, ColumnPosition.last()));
            } else if (!there.get().equals(wanted)) {
                changes.add(new Change.AlterColumn(table, there.get(), wanted));
            }
        }
    }

    private <T extends Constraint> void constraints(
            Table from, List<T> there, List<T> wanted, Function<? super T, ?> key) {
        QualifiedName table = from.name();
        Matching<T> matching = Matching.of(there, wanted, key);
        matching.onlyFrom().forEach(c -> changes.add(c.accept(new DropOf(table))));
        matching.onlyTo().forEach(c -> changes.add(c.accept(new AddOf(table))));
        matching.pairs().forEach(pair -> pair(from, pair.from(), pair.to()));
    }

    private void pair(Table table, Constraint from, Constraint to) {
        Constraint wanted = to.name().isPresent() ? to : to.withName(from.name());
        if (from.equals(wanted)) {
            return;
        }
        if (unnamed(from).equals(unnamed(wanted)) && isFree(wanted.name(), table)) {
            changes.add(new Change.RenameConstraint(table.name(), from, wanted));
        } else if (from instanceof ForeignKey before && wanted instanceof ForeignKey after) {
            changes.add(new Change.AlterForeignKey(table.name(), before, after));
        } else {
            changes.add(from.accept(new DropOf(table.name())));
            changes.add(wanted.accept(new AddOf(table.name())));
        }
    }

    /** A name that another constraint has now cannot be renamed to; names that change places are dropped and added. */
    private static boolean isFree(Optional<String> name, Table table) {
        return table.constraints().map(Constraint::name).noneMatch(name::equals);
    }
}
