package dev.fk.assertj.error;

import dev.fk.core.parity.Idiom;
import dev.fk.core.parity.ParityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A schema that differs from that of another server in more than idioms. */
@API(status = Status.INTERNAL)
public final class ShouldBeOnPar {
    private ShouldBeOnPar() {}

    public static Optional<Failure> failure(ParityReport report) {
        if (report.isOnPar()) {
            return Optional.empty();
        }
        List<List<Object>> rows = new ArrayList<>();
        report.describe().lines().filter(l -> !l.isBlank()).forEach(l -> rows.add(List.of(l)));
        Failure failure = Failure.expecting(
                        "schema to be on par with that of " + report.there() + ", " + clause(report))
                .wanting("the schema of " + report.there())
                .having(report.describe().isEmpty() ? "the same" : report.describe());
        failure = rows.isEmpty() ? failure : failure.have(rows);
        for (String miscounted : report.miscounted()) {
            failure = failure.why(miscounted);
        }
        for (String count : report.counts()) {
            failure = failure.why("allowed: " + count);
        }
        return Optional.of(failure.doing(remedy(report)));
    }

    /** Which idioms would allow how much; whether they should is for people to say. */
    private static String remedy(ParityReport report) {
        Map<Idiom, Integer> idioms = report.allowable();
        if (idioms.isEmpty()) {
            return "";
        }
        int explained = idioms.values().stream().mapToInt(n -> n).sum();
        int rest = report.differences().size() - explained;
        return "Allow, with the reason, what only says the same in other words: .allowing(Idiom."
                + idioms.entrySet().stream()
                        .map(i -> i.getKey() + ", \"…\") would explain " + i.getValue())
                        .collect(Collectors.joining(", .allowing(Idiom."))
                + (rest == 0 ? "." : "; no idiom explains the other " + rest + ".");
    }

    private static String clause(ParityReport report) {
        int count = report.differences().size();
        return count == 0
                ? "but its allowances do not fit."
                : "but " + (count == 1 ? "one difference is" : count + " differences are") + " not allowed.";
    }
}
