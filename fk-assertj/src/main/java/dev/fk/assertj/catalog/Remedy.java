package dev.fk.assertj.catalog;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What puts a failure right: statements, or the reason why this server has none. Neither where it is not certain what
 * was meant.
 *
 * @param objection a sentence without a full stop; empty if there is nothing to say
 */
@API(status = Status.INTERNAL)
public record Remedy(List<String> statements, String objection) {
    public Remedy {
        statements = List.copyOf(statements);
    }

    public static Remedy of(List<String> statements) {
        return new Remedy(statements, "");
    }

    public static Remedy none() {
        return of(List.of());
    }

    public static Remedy impossible(String objection) {
        return new Remedy(List.of(), objection);
    }
}
