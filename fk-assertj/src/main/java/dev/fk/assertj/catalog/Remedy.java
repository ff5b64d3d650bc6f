package dev.fk.assertj.catalog;

import dev.fk.core.database.DirtyData;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What puts a failure right: statements, or the reason why this server has none. Neither where it is not certain what
 * was meant.
 *
 * @param losses what the statements do to rows beside what was asked for
 * @param inTheWay the rows on which the statements would fail
 * @param objection a sentence without a full stop; empty if there is nothing to say
 */
@API(status = Status.INTERNAL)
public record Remedy(List<String> statements, List<String> losses, List<DirtyData> inTheWay, String objection) {
    public Remedy {
        statements = List.copyOf(statements);
        losses = List.copyOf(losses);
        inTheWay = List.copyOf(inTheWay);
    }

    public static Remedy of(List<String> statements) {
        return new Remedy(statements, List.of(), List.of(), "");
    }

    public static Remedy none() {
        return of(List.of());
    }

    public static Remedy impossible(String objection) {
        return new Remedy(List.of(), List.of(), List.of(), objection);
    }
}
