package dev.fk.assertj.error;

import dev.fk.assertj.catalog.Snapshot;
import dev.fk.core.diff.ForeignKeyText;
import dev.fk.core.probe.Behaviour;
import dev.fk.core.probe.BlastPath;
import dev.fk.core.probe.BlastRadius;
import dev.fk.core.probe.Observation;
import dev.fk.core.probe.ProbeException;
import dev.fk.core.probe.Prober;
import dev.fk.core.schema.Enforcement;
import dev.fk.core.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A deletion that reaches other tables than it should. */
@API(status = Status.INTERNAL)
public final class ShouldReach {
    private ShouldReach() {}

    public static Optional<Failure> cascading(Snapshot whole, BlastRadius radius, List<QualifiedName> wanted) {
        return exactly(whole, radius, "to cascade to", radius.cascades(), wanted);
    }

    public static Optional<Failure> settingNull(Snapshot whole, BlastRadius radius, List<QualifiedName> wanted) {
        return exactly(whole, radius, "to set references to NULL in", radius.nulls(), wanted);
    }

    public static Optional<Failure> blocked(Snapshot whole, BlastRadius radius, List<QualifiedName> wanted) {
        return exactly(whole, radius, "to be blocked by", radius.blockers(), wanted);
    }

    private static Optional<Failure> exactly(
            Snapshot whole,
            BlastRadius radius,
            String clause,
            SortedMap<QualifiedName, BlastPath> there,
            List<QualifiedName> wanted) {
        Set<QualifiedName> known =
                new TreeSet<>(wanted.stream().map(whole::known).toList());
        if (known.equals(there.keySet())) {
            return Optional.empty();
        }
        List<String> reasons = new ArrayList<>();
        there.forEach((table, path) -> {
            if (!known.contains(table)) {
                reasons.add(table + " is too much: " + path);
            }
        });
        known.stream().filter(t -> !there.containsKey(t)).forEach(t -> reasons.add(missing(whole, radius, t)));
        return Optional.of(Failure.expecting("deleting a row of " + radius.table() + " " + clause + " "
                        + (known.isEmpty() ? "no table" : names(known) + " and nothing else"))
                .want(known.isEmpty() ? "none" : names(known))
                .have(there.isEmpty() ? "none" : names(there.keySet()))
                .why(String.join("\n", reasons)));
    }

    /** What happens there instead, if anything does. */
    private static String missing(Snapshot whole, BlastRadius radius, QualifiedName table) {
        if (whole.schema().table(table).isEmpty()) {
            return Missing.absence(whole.table(table));
        }
        return table + " is missing: "
                + radius.paths().stream()
                        .filter(p -> p.hops().get(p.hops().size() - 1).table().equals(table))
                        .findFirst()
                        .map(BlastPath::toString)
                        .or(() -> idle(whole, radius, table))
                        .orElse("no foreign key leads there from " + radius.table());
    }

    /** One that leads there and does nothing. */
    private static Optional<String> idle(Snapshot whole, BlastRadius radius, QualifiedName table) {
        return whole.table(table).foreignKeys().stream()
                .filter(f -> f.isSwitchedOff() || f.enforcement() == Enforcement.NOT_ENFORCED)
                .filter(f -> f.referencedTable().equals(radius.table())
                        || radius.cascades().containsKey(f.referencedTable()))
                .findFirst()
                .map(f -> "the foreign key that leads there does nothing: " + ForeignKeyText.of(f) + Names.tag(" ", f));
    }

    private static String names(Set<QualifiedName> names) {
        return names.stream().map(QualifiedName::toString).collect(Collectors.joining(", "));
    }

    /** Each foreign key of all paths on probe rows. */
    public static Optional<Failure> proven(BlastRadius radius, Prober prober) {
        Set<BlastPath.Hop> hops = new LinkedHashSet<>();
        radius.paths().forEach(p -> hops.addAll(p.hops()));
        List<String> wrong = new ArrayList<>();
        for (BlastPath.Hop hop : hops) {
            try {
                Observation seen = hop.deletes()
                        ? prober.deleting(hop.table(), hop.key())
                        : prober.updating(hop.table(), hop.key());
                if (!ShouldBehave.is(hop.action(), hop.action(), seen.behaviour())) {
                    wrong.add(hop + ": " + told(seen));
                }
            } catch (ProbeException unseen) {
                wrong.add(hop + " could not be seen. " + unseen.getMessage());
            }
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(Failure.expecting("deleting a row of " + radius.table()
                                + " to do what the catalog says, but not all of it was seen.")
                        .have(radius.paths().stream()
                                .map(p -> List.<Object>of(p.toString()))
                                .toList())
                        .why(String.join("\n", wrong)));
    }

    private static String told(Observation seen) {
        String message = seen.message().lines().findFirst().orElse("");
        boolean says = seen.behaviour() == Behaviour.FAILS && !message.isEmpty();
        return seen.behaviour().text() + (says ? ": " + message : "");
    }
}
