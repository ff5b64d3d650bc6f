package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Equivalence;
import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.DropOf;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Exactly these foreign keys: the missing and the unexpected ones at once; a name counts only where one is wanted. */
@API(status = Status.INTERNAL)
public final class ShouldHaveOnlyForeignKeys {
    private ShouldHaveOnlyForeignKeys() {}

    public static Optional<Failure> failure(TableView view, List<ForeignKey> wanted) {
        return Missing.table(view, "to have exactly these foreign keys").or(() -> exactly(view, wanted));
    }

    private static Optional<Failure> exactly(TableView view, List<ForeignKey> wanted) {
        List<ForeignKey> extra = new ArrayList<>(view.foreignKeys());
        List<ForeignKey> missing = new ArrayList<>();
        for (ForeignKey want : wanted) {
            extra.stream()
                    .filter(f -> same(view, want, f))
                    .findFirst()
                    .ifPresentOrElse(extra::remove, () -> missing.add(want));
        }
        if (missing.isEmpty() && extra.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Failure.expecting("table " + view.name() + " to have exactly these foreign keys")
                .want(Names.rows(wanted))
                .have(Names.rows(view.foreignKeys()))
                .why(reasons(missing, extra))
                .fix(fix(view, missing, extra)));
    }

    private static boolean same(TableView view, ForeignKey want, ForeignKey there) {
        Equivalence server = new Equivalence(view.snapshot());
        boolean actions = server.sameAction(want.onDelete(), there.onDelete())
                && server.sameAction(want.onUpdate(), there.onUpdate());
        ForeignKey asThere = want.withActions(there.onDelete(), there.onUpdate())
                .withName(want.name().or(there::name))
                .withOptions(want.options().isEmpty() ? there.switchedOn().options() : want.options());
        return actions && asThere.equals(there);
    }

    private static String reasons(List<ForeignKey> missing, List<ForeignKey> extra) {
        List<String> reasons = new ArrayList<>();
        missing.forEach(f -> reasons.add("missing " + ForeignKeyText.of(f) + Names.tag(" ", f)));
        extra.forEach(f -> reasons.add("not expected: " + ForeignKeyText.of(f) + Names.tag(" ", f)));
        return String.join("\n", reasons);
    }

    private static Remedy fix(TableView view, List<ForeignKey> missing, List<ForeignKey> extra) {
        List<Change> changes = new ArrayList<>();
        extra.forEach(f -> changes.add(f.accept(new DropOf(view.name()))));
        calledAsThere(missing, extra).forEach(f -> changes.add(f.accept(new AddOf(view.name()))));
        return view.snapshot().remedy(changes.toArray(Change[]::new));
    }

    /** What comes in the place of one keeps its name, and with that its comment, unless another name is wanted. */
    private static List<ForeignKey> calledAsThere(List<ForeignKey> missing, List<ForeignKey> extra) {
        Set<Optional<String>> taken = missing.stream().map(ForeignKey::name).collect(Collectors.toSet());
        List<ForeignKey> called = new ArrayList<>();
        for (ForeignKey want : missing) {
            Optional<ForeignKey> place = extra.stream()
                    .filter(f -> want.name().isEmpty() && f.columns().equals(want.columns()))
                    .filter(f -> !taken.contains(f.name()))
                    .findFirst();
            place.ifPresent(f -> taken.add(f.name()));
            called.add(place.map(f -> want.withName(f.name())).orElse(want));
        }
        return called;
    }
}
