package dev.fk.assertj.error;

import dev.fk.core.parity.ParityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return Optional.of(failure);
    }

    private static String clause(ParityReport report) {
        int count = report.differences().size();
        return count == 0
                ? "but its allowances do not fit."
                : "but " + (count == 1 ? "one difference is" : count + " differences are") + " not allowed.";
    }
}
