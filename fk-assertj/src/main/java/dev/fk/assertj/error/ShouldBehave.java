package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Remedy;
import dev.fk.assertj.catalog.TableView;
import dev.fk.assertj.catalog.WantedForeignKey;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.probe.Enforced;
import dev.fk.core.probe.Observation;
import dev.fk.core.probe.ProbeException;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A foreign key that does something else than it should, seen on probe rows. */
@API(status = Status.INTERNAL)
public final class ShouldBehave {
    private static final Map<ReferentialAction, Behaviour> MEANING = Map.of(
            ReferentialAction.NO_ACTION, Behaviour.RESTRICTS,
            ReferentialAction.RESTRICT, Behaviour.RESTRICTS,
            ReferentialAction.CASCADE, Behaviour.CASCADES,
            ReferentialAction.SET_NULL, Behaviour.SETS_NULL,
            ReferentialAction.SET_DEFAULT, Behaviour.SETS_DEFAULT);

    private ShouldBehave() {}

    /** Whether it is what was wanted that was seen; a default of NULL sets NULL. */
    public static boolean is(ReferentialAction wanted, ReferentialAction declared, Behaviour seen) {
        return MEANING.get(wanted) == seen
                || (wanted == ReferentialAction.SET_DEFAULT && declared == wanted && seen == Behaviour.SETS_NULL);
    }

    public static Failure onDelete(
            TableView view,
            WantedForeignKey wanted,
            ReferentialAction action,
            List<ForeignKey> candidates,
            Observation seen) {
        ReferentialAction declared = candidates.get(0).onDelete();
        boolean asDeclared = is(declared, declared, seen.behaviour());
        Failure failure = asDeclared
                ? ShouldHaveAction.onDelete(view, wanted, action, candidates)
                : otherwise(view, wanted, candidates, "ON DELETE " + declared);
        return failure.seen(lines(seen)).why(String.join("\n", seen.remarks()));
    }

    public static Failure onUpdate(
            TableView view,
            WantedForeignKey wanted,
            ReferentialAction action,
            List<ForeignKey> candidates,
            Observation seen) {
        ReferentialAction declared = candidates.get(0).onUpdate();
        boolean asDeclared = is(declared, declared, seen.behaviour());
        Failure failure = asDeclared
                ? ShouldHaveAction.onUpdate(view, wanted, action, candidates)
                : otherwise(view, wanted, candidates, "ON UPDATE " + declared);
        return failure.seen(lines(seen)).why(String.join("\n", seen.remarks()));
    }

    /** The catalog says one thing and the server does another: no statement is known to change that. */
    private static Failure otherwise(
            TableView view, WantedForeignKey wanted, List<ForeignKey> candidates, String declared) {
        return new WrongForeignKey(view, wanted, candidates)
                .because("the catalog says " + declared + ", but that is not what happened", Remedy.none());
    }

    private static List<String> lines(Observation seen) {
        List<String> lines = ended(seen.statements());
        lines.add("-> " + seen.behaviour().text() + said(seen.message()));
        return lines;
    }

    public static Failure enforced(
            TableView view, WantedForeignKey wanted, List<ForeignKey> candidates, Enforced seen) {
        boolean declared = candidates.get(0).enforcement() != Enforcement.NOT_ENFORCED;
        Failure failure = declared
                ? new WrongForeignKey(view, wanted, candidates)
                        .because("the catalog says that every new row is checked", Remedy.none())
                : new WrongForeignKey(view, wanted.enforcement(Enforcement.ENFORCED), candidates)
                        .because("it is NOT ENFORCED, so that no row is checked");
        List<String> lines = ended(seen.statements());
        lines.add("-> the server took a row that references nothing");
        return failure.seen(lines).why(String.join("\n", seen.remarks()));
    }

    public static Failure unseen(
            TableView view, WantedForeignKey wanted, List<ForeignKey> candidates, ProbeException why) {
        return new WrongForeignKey(view, wanted, candidates)
                .because("what it does could not be seen. " + why.getMessage(), Remedy.none());
    }

    private static List<String> ended(List<String> statements) {
        return new ArrayList<>(statements.stream().map(s -> s + ";").toList());
    }

    private static String said(String message) {
        String first = message.lines().findFirst().orElse("").replaceFirst("^ERROR: ", "");
        return first.isEmpty() ? "" : ": " + first;
    }
}
