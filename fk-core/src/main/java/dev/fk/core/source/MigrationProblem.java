package dev.fk.core.source;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Something that is wrong with migrations as they are written, known without a database.
 *
 * @param place the file or class, with the line where it is known: {@code db/V3_orders.sql}
 * @param text the fact and the remedy
 */
@API(status = Status.EXPERIMENTAL)
public record MigrationProblem(String place, String text) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
