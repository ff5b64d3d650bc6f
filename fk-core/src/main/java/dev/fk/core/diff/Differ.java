package dev.fk.core.diff;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.NameScopes;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What has to change for one schema to become another. Foreign keys are matched by columns and target, other constraints
 * by what they say, names only where {@code to} declares one: a name the server chose is kept and never a difference.
 *
 * <p>New columns are placed where {@code to} has them. The order of columns that are there already is no difference: no
 * statement that names its columns can see it, PostgreSQL cannot change it, and MySQL writes the whole table anew for it. Who
 * wants another order on the MySQL family asks for it ({@link Reordering}).
 */
@API(status = Status.EXPERIMENTAL)
public final class Differ {
    private final List<Change> changes = new ArrayList<>();
    private final Schema from;
    private final Schema to;
    private final NameScopes names;
    private final Map<String, List<Claim>> claims = new HashMap<>();

    /** A constraint that is to have a name. */
    private record Claim(QualifiedName table, Constraint constraint) {}

    private Differ(Schema from, Schema to, NameScopes names) {
        this.from = from;
        this.to = to;
        this.names = names;
        for (Table table : to.tables().values()) {
            table.constraints()
                    .forEach(c -> c.name().ifPresent(name -> claims.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new Claim(table.name(), c))));
        }
    }

    /**
     * Whether there is nothing to change, both in the normal form of the same dialect; sooner found than what there is. Where
     * it cannot tell, it says no: {@link #diff} may still find nothing.
     */
    public static boolean isSame(CanonicalSchema from, CanonicalSchema to) {
        return from.dialect().equals(to.dialect()) && Sameness.of(from.schema(), to.schema());
    }

    /** The changes from one to the other; both in the normal form of the same dialect. */
    public static ChangeSet diff(CanonicalSchema from, CanonicalSchema to) {
        if (!from.dialect().equals(to.dialect())) {
            throw new IllegalArgumentException("A schema in the normal form of " + from.dialect()
                    + " cannot be compared with one of " + to.dialect() + "; canonicalize both for one server.");
        }
        if (isSame(from, to)) {
            return ChangeSet.of();
        }
        Differ differ = new Differ(from.schema(), to.schema(), to.names());
        differ.enums();
        differ.tables();
        return new ChangeSet(differ.changes);
    }

    private void enums() {
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

    private void tables() {
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
        if (from.columns().equals(to.columns())) {
            return;
        }
        ColumnPosition position = ColumnPosition.atFirst();
        for (Column there : from.columns()) {
            if (to.column(there.name()).isEmpty()) {
                changes.add(new Change.DropColumn(table, there, position));
            } else {
                position = ColumnPosition.after(there.name());
            }
        }
        Placement placement = new Placement(from, to);
        for (Column wanted : to.columns()) {
            Optional<Column> there = from.column(wanted.name());
            if (there.isEmpty()) {
                changes.add(new Change.AddColumn(table, wanted, placement.of(wanted)));
            } else if (!there.get().equals(wanted)) {
                changes.add(new Change.AlterColumn(table, there.get(), wanted));
            }
        }
    }

    private <T extends Constraint> void constraints(
            Table from, List<T> there, List<T> wanted, Function<? super T, ?> key) {
        if (there.equals(wanted)) {
            return;
        }
        QualifiedName table = from.name();
        Matching<T> matching = Matching.of(there, wanted, key);
        matching.onlyFrom().forEach(c -> changes.add(c.accept(new DropOf(table))));
        matching.onlyTo().forEach(c -> changes.add(c.accept(new AddOf(table))));
        matching.pairs().forEach(pair -> pair(from, pair.from(), pair.to()));
    }

    private void pair(Table table, Constraint from, Constraint to) {
        if (to.name().isEmpty()
                && from.name().filter(n -> isClaimed(n, from, table.name())).isPresent()) {
            changes.add(from.accept(new DropOf(table.name())));
            changes.add(to.accept(new AddOf(table.name())));
            return;
        }
        Constraint wanted = to.name().isPresent() ? to : to.withName(from.name());
        if (from.equals(wanted)) {
            return;
        }
        if (unnamed(from).equals(unnamed(wanted)) && isFree(wanted.name(), table)) {
            changes.add(new Change.RenameConstraint(table.name(), from, wanted));
        } else if (from instanceof ForeignKey before && wanted instanceof ForeignKey after) {
            changes.add(new Change.AlterForeignKey(table.name(), before, after));
        } else if (from instanceof Check before
                && wanted instanceof Check after
                && before.withEnforcement(after.enforcement()).equals(after)) {
            changes.add(new Change.AlterCheck(table.name(), before, after));
        } else {
            changes.add(from.accept(new DropOf(table.name())));
            changes.add(wanted.accept(new AddOf(table.name())));
        }
    }

    /** Whether a constraint is to get the name that an unnamed one has, which then has to go. */
    private boolean isClaimed(String name, Constraint holder, QualifiedName table) {
        return claims.getOrDefault(name, List.of()).stream()
                .anyMatch(claim -> holder.sharesNamesWith(claim.constraint())
                        && (claim.table().equals(table)
                                || (claim.table().schema().equals(table.schema())
                                        && names.arePerSchema(claim.constraint())))
                        && from.table(claim.table()).stream()
                                .flatMap(there -> named(there, name))
                                .noneMatch(c ->
                                        c.getClass().equals(claim.constraint().getClass()) && !c.equals(holder)));
    }

    private static Stream<Constraint> named(Table table, String name) {
        return table.constraints().filter(c -> c.name().filter(name::equals).isPresent());
    }

    /** A name that another constraint has now cannot be renamed to; names that change places are dropped and added. */
    private static boolean isFree(Optional<String> name, Table table) {
        return table.constraints().map(Constraint::name).noneMatch(name::equals);
    }
}
