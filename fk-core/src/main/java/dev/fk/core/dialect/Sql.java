package dev.fk.core.dialect;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** One statement, without a terminator. */
@API(status = Status.EXPERIMENTAL)
public record Sql(String text) {
    @Override
    public String toString() {
        return text;
    }
}
