package dev.fk.assertj;

import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.MatchType;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.ReferentialAction;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.schema.UniqueKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be changed about the keys, foreign keys and checks of a table. */
record FaultsOfKeys(Schema schema, Table table, boolean defers) {
    Stream<Fault> all() {
        return Stream.of(
                        table.foreignKeys().stream().flatMap(this::ofForeignKey),
                        table.uniqueKeys().stream().flatMap(this::ofUniqueKey),
                        table.checks().stream().flatMap(this::ofCheck),
                        added())
                .flatMap(s -> s);
    }

    private QualifiedName name() {
        return table.name();
    }

    private Fault replaced(String kind, Constraint there, Constraint wanted) {
        return Fault.of(kind, name(), there.accept(new DropOf(name())), wanted.accept(new AddOf(name())));
    }

    private Fault renamed(String kind, Constraint there) {
        String other = there.name().orElseThrow() + "_x";
        return Fault.of(kind, name(), new Change.RenameConstraint(name(), there, there.withName(Optional.of(other))));
    }

    private Stream<Fault> ofForeignKey(ForeignKey key) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.of("drop a foreign key", name(), new Change.DropForeignKey(name(), key)));
        faults.add(altered("change ON DELETE", key, key.withActions(other(key.onDelete()), key.onUpdate())));
        faults.add(altered("change ON UPDATE", key, key.withActions(key.onDelete(), ReferentialAction.NO_ACTION)));
        faults.add(renamed("rename a foreign key", key));
        if (key.columns().size() > 1) {
            faults.add(swapped(key));
            if (defers) {
                faults.add(altered("match full", key, key.withMatch(MatchType.FULL)));
            }
        } else {
            QualifiedName elsewhere = QualifiedName.of(Forty.FAMILIES.get(0));
            if (!key.referencedTable().equals(elsewhere)) {
                faults.add(replaced("reference another table", key, key.withReferenced(elsewhere, List.of("id"))));
            }
        }
        if (defers) {
            faults.add(altered(
                    "make a foreign key deferrable", key, key.withDeferrability(Deferrability.INITIALLY_DEFERRED)));
            faults.add(replaced("add a foreign key NOT VALID", key, key.withEnforcement(Enforcement.NOT_VALID)));
        }
        return faults.stream();
    }

    /** InnoDB's own index for a foreign key bears its name, and stays without it. */
    private Fault swapped(ForeignKey key) {
        List<Change> changes = new ArrayList<>(List.of(new Change.DropForeignKey(name(), key)));
        table.indexes().stream()
                .filter(i -> i.name().equals(key.name()))
                .forEach(i -> changes.add(new Change.DropIndex(name(), i)));
        changes.add(new Change.AddForeignKey(name(), key.withColumns(reversed(key.columns()))));
        return new Fault("swap the columns of a foreign key", name(), changes);
    }

    private Fault altered(String kind, ForeignKey from, ForeignKey to) {
        return Fault.of(kind, name(), new Change.AlterForeignKey(name(), from, to));
    }

    private static ReferentialAction other(ReferentialAction action) {
        return action == ReferentialAction.CASCADE ? ReferentialAction.NO_ACTION : ReferentialAction.CASCADE;
    }

    private static List<String> reversed(List<String> columns) {
        List<String> reversed = new ArrayList<>(columns);
        Collections.reverse(reversed);
        return reversed;
    }

    private Stream<Fault> ofUniqueKey(UniqueKey key) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.of("drop a unique key", name(), new Change.DropUniqueKey(name(), key)));
        faults.add(renamed("rename a unique key", key));
        faults.add(replaced(
                "swap the columns of a unique key",
                key,
                new UniqueKey(key.name(), reversed(key.columns()), key.deferrability(), key.options())));
        faults.add(replaced(
                "shorten a unique key",
                key,
                new UniqueKey(key.name(), key.columns().subList(0, 1), key.deferrability(), key.options())));
        return faults.stream();
    }

    private Stream<Fault> ofCheck(Check check) {
        Check other = new Check(
                check.name(),
                new Expression(check.expression().sql().replaceAll("\\d", "4")),
                check.enforcement(),
                check.options());
        return Stream.of(
                Fault.of("drop a check", name(), new Change.DropCheck(name(), check)),
                renamed("rename a check", check),
                replaced("change a check", check, other));
    }

    private Stream<Fault> added() {
        List<Fault> faults = new ArrayList<>();
        table.primaryKey().filter(p -> p.columns().size() > 1).ifPresent(p -> {
            boolean referenced = schema.tables().values().stream()
                    .flatMap(t -> t.foreignKeys().stream())
                    .anyMatch(f -> f.referencedTable().equals(name()));
            if (!referenced) {
                faults.add(Fault.of("drop a primary key", name(), new Change.DropPrimaryKey(name(), p)));
            }
        });
        if (table.column("amount").isPresent()) {
            UniqueKey more = new UniqueKey(
                    Optional.of("uk_more"), List.of("amount"), Deferrability.NOT_DEFERRABLE, Options.none());
            faults.add(Fault.of("add a unique key", name(), new Change.AddUniqueKey(name(), more)));
            Check check = new Check(
                    Optional.of("ck_more"), new Expression("(amount < 1000)"), Enforcement.ENFORCED, Options.none());
            faults.add(Fault.of("add a check", name(), new Change.AddCheck(name(), check)));
        }
        if (table.column("head_id").isPresent()) {
            ForeignKey more = ForeignKey.of(List.of("head_id"), QualifiedName.of("course"), List.of("id"))
                    .named("fk_more_" + name().name());
            faults.add(Fault.of("add a foreign key", name(), new Change.AddForeignKey(name(), more)));
        }
        return faults.stream();
    }
}
