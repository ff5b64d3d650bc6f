package dev.fk.core.parity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How two schemas compare.
 *
 * @param here the kind of server on this side, {@code mysql}
 * @param there the kind of server on the other one
 * @param differences those that no allowance explains
 * @param allowed those that are explained, each by the first allowance that explains it
 * @param miscounted allowances that explain nothing, or not as many as they say, in words
 */
@API(status = Status.EXPERIMENTAL)
public record ParityReport(
        String here,
        String there,
        List<Difference> differences,
        Map<Allowance, List<Difference>> allowed,
        List<String> miscounted) {
    public ParityReport {
        differences = List.copyOf(differences);
        allowed = Collections.unmodifiableMap(new LinkedHashMap<>(allowed));
        miscounted = List.copyOf(miscounted);
    }

    static ParityReport of(
            String here,
            String there,
            List<Difference> differences,
            List<Allowance> allowances,
            List<String> ignoredNowhere) {
        Map<Allowance, List<Difference>> allowed = new LinkedHashMap<>();
        List<Difference> left = new ArrayList<>(differences);
        for (Allowance allowance : allowances) {
            List<Difference> explained =
                    left.stream().filter(allowance.idiom().explains()).toList();
            left.removeAll(explained);
            allowed.put(allowance, explained);
        }
        List<String> miscounted = new ArrayList<>();
        ignoredNowhere.forEach(t -> miscounted.add("table " + t + " is ignored and not there; take it out"));
        allowed.forEach((allowance, explained) -> {
            int times = allowance.times().orElse(Math.max(1, explained.size()));
            if (times != explained.size()) {
                miscounted.add(allowance.idiom() + " (" + allowance.reason() + ") "
                        + (explained.isEmpty()
                                ? "is allowed and does not occur; take it out"
                                : "is allowed " + times(times) + " and occurs " + times(explained.size())));
            }
        });
        return new ParityReport(here, there, left, allowed, miscounted);
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    /** Whether nothing differs beyond what is allowed, and all that is allowed occurs. */
    public boolean isOnPar() {
        return differences.isEmpty() && miscounted.isEmpty();
    }

    /** The differences by table, in words. */
    public String describe() {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::table, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> e.getKey()
                        + e.getValue().stream().map(d -> "\n  " + d.describe()).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * The ready idioms that would explain differences which nothing allows yet, with how many of them each; none between
     * servers of the same kind, which have no idioms.
     */
    public Map<Idiom, Integer> allowable() {
        Map<Idiom, Integer> counts = new LinkedHashMap<>();
        if (!here.equals(there)) {
            for (Difference difference : differences) {
                Idiom.ready().stream()
                        .filter(i -> i.explains().test(difference))
                        .findFirst()
                        .ifPresent(i -> counts.merge(i, 1, Integer::sum));
            }
        }
        return counts;
    }

    /** {@code BOOLEAN_AS_NUMBER 2 (MySQL has no boolean)}: what was allowed, and how often it occurred. */
    public List<String> counts() {
        return allowed.entrySet().stream()
                .map(e -> e.getKey().idiom() + " " + e.getValue().size() + " ("
                        + e.getKey().reason() + ")")
                .toList();
    }
}
