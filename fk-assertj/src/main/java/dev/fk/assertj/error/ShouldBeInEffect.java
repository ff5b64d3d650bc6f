package dev.fk.assertj.error;

import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.diff.AddOf;
import dev.fk.core.diff.DropOf;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.Trigger;
import dev.fk.core.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the server heeds, and not what only stands in the catalog. {@code NOT VALID} is heeded: every new row is checked, and
 * what a foreign key does on delete it does.
 */
@API(status = Status.INTERNAL)
public final class ShouldBeInEffect {
    private static final String WANTED = "\nif that is on purpose, say so: .inEffectOrNot() before the assertion";

    /** What keeps an assertion about such a state from ever passing. */
    public static final String UNSAID =
            "whether it is NOT ENFORCED is asked after .inEffectOrNot(): without that word it would fail before";

    private ShouldBeInEffect() {}

    /** Empty if one of them is in effect. */
    public static Optional<Failure> ofForeignKeys(TableView view, WantedForeignKey wanted, List<ForeignKey> there) {
        if (there.stream().anyMatch(ShouldBeInEffect::isSo)) {
            return Optional.empty();
        }
        ForeignKey first = there.get(0);
        return Optional.of(
                first.isSwitchedOff()
                        ? new WrongForeignKey(view, wanted, there).because(disabled(view, first) + WANTED)
                        : new WrongForeignKey(view, wanted.enforcement(Enforcement.ENFORCED), there)
                                .because("it is NOT ENFORCED: rows are not checked, and nothing cascades" + WANTED));
    }

    /** Empty if one of them is in effect. */
    public static Optional<Failure> ofChecks(TableView view, List<Check> there) {
        return of(view, there);
    }

    /** Empty if one of them is in effect. */
    public static Optional<Failure> ofIndexes(TableView view, List<Index> there) {
        return of(view, there);
    }

    /** The first of these that is not in effect, wherever it is one that can be so. */
    public static Optional<Failure> ofAll(TableView view, List<? extends Constraint> there) {
        return there.stream().filter(c -> !isSo(c)).findFirst().map(c -> told(view, c));
    }

    /** The first of these triggers that does not fire. */
    public static Optional<Failure> ofTriggers(List<Trigger> there) {
        return there.stream().filter(t -> !t.isEnabled()).findFirst().map(t -> Failure.expecting(
                        "trigger " + t.name() + " of table " + t.table())
                .want("enabled")
                .have(t.state() == Trigger.State.DISABLED ? "disabled" : "enabled on replicas only")
                .why((t.state() == Trigger.State.DISABLED
                                ? "ALTER TABLE … DISABLE TRIGGER has switched it off; ENABLE TRIGGER switches it on again"
                                : "since ALTER TABLE … ENABLE REPLICA TRIGGER it fires only where session_replication_role"
                                        + " is replica; ENABLE TRIGGER lets it fire again")
                        + WANTED));
    }

    private static Optional<Failure> of(TableView view, List<? extends Constraint> there) {
        if (there.stream().anyMatch(ShouldBeInEffect::isSo)) {
            return Optional.empty();
        }
        Failure first = told(view, there.get(0));
        return Optional.of(there.size() == 1 ? first : first.amongSeveral(there));
    }

    private static boolean isSo(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return !key.isSwitchedOff() && key.enforcement() != Enforcement.NOT_ENFORCED;
        }
        return constraint instanceof Index index
                ? index.isUsed()
                : !(constraint instanceof Check check) || check.enforcement() != Enforcement.NOT_ENFORCED;
    }

    private static Failure told(TableView view, Constraint there) {
        if (there instanceof ForeignKey key) {
            return ofForeignKeys(view, WantedForeignKey.on(key.columns()), List.of(key))
                    .orElseThrow();
        }
        return there instanceof Index index
                ? unused(view, index)
                : ShouldHaveCheck.unchecked(
                        view, (Check) there, "to be enforced", "it is NOT ENFORCED: no row is checked" + WANTED);
    }

    private static Failure unused(TableView view, Index there) {
        Index wanted = there.withOptions(used(there.options()));
        Constraint found = view.asThere(there);
        Constraint instead = found instanceof UniqueKey key ? key.withOptions(used(key.options())) : wanted;
        return Failure.expecting(
                        "index " + there.name().orElse("without a name") + " of table " + view.name() + " to be used")
                .want(wanted, Names.tag("      ", wanted))
                .have(there, there.isValid() ? ", hidden" : ", invalid", Names.tag("      ", there))
                .why((there.isValid()
                                ? "no query uses an index that is hidden: INVISIBLE on MySQL, IGNORED on MariaDB"
                                : "the server does not use an index whose building was not finished")
                        + WANTED)
                .fix(view.snapshot()
                        .remedy(found.accept(new DropOf(view.name())), instead.accept(new AddOf(view.name()))));
    }

    private static Options used(Options options) {
        return options.without(Index.INVALID).without(Index.HIDDEN);
    }

    private static String disabled(TableView view, ForeignKey key) {
        return "the triggers by which it is looked after are disabled on " + tables(view, key)
                + " (ALTER TABLE … DISABLE TRIGGER, or ENABLE REPLICA TRIGGER): rows are not checked, and nothing cascades";
    }

    private static String tables(TableView view, ForeignKey key) {
        return key.referencedTable().equals(view.name())
                ? view.name().toString()
                : view.name() + " or " + key.referencedTable();
    }
}
