package dev.fk.core.database;

import dev.fk.core.dialect.Sql;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A statement that does not get on.
 *
 * @param statement which, on which connection, since when
 * @param holders the connections with what it waits for; none if it waits for nobody, and only takes long
 * @param cancelling has it fail
 */
@API(status = Status.EXPERIMENTAL)
public record Standstill(String statement, List<String> holders, Sql cancelling) {
    public Standstill {
        holders = List.copyOf(holders);
    }

    static Standstill of(Map<String, @Nullable Object> row) {
        String holder = text(row, "holder");
        return new Standstill(
                text(row, "statement"), holder.isEmpty() ? List.of() : List.of(holder), new Sql(text(row, "ending")));
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Objects.toString(row.get(column), "");
    }

    Standstill and(Standstill other) {
        return new Standstill(
                statement,
                Stream.concat(holders.stream(), other.holders.stream())
                        .distinct()
                        .toList(),
                cancelling);
    }
}
