package dev.fk.core.schema;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which server's normal form, or SQL, something is in; lower case, {@code postgresql}. */
@API(status = Status.EXPERIMENTAL)
public record DialectId(String id) {
    @Override
    public String toString() {
        return id;
    }
}
