package dev.fk.core.source;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * One migration of a source.
 *
 * @param id what its tool calls it: {@code 3} (Flyway), {@code orders} (Liquibase), {@code 20240206-add-region} (fk)
 * @param name what a test of it is called: {@code V3__orders.sql}
 * @param place where it is written: a file, or a class
 * @param checksum differs if what it does differs; empty if that is not known
 */
@API(status = Status.EXPERIMENTAL)
public record MigrationStep(String id, String name, String place, String checksum) {
    /** {@code V3__orders.sql}. */
    @Override
    public String toString() {
        return name;
    }
}
