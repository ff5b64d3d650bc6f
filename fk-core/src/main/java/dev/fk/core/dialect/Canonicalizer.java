package dev.fk.core.dialect;

import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Brings a declared schema into the form in which the server would report it, without asking the server. */
@API(status = Status.EXPERIMENTAL)
@FunctionalInterface
public interface Canonicalizer {
    /** Idempotent: what is canonical already stays as it is. */
    CanonicalSchema canonical(Schema declared);
}
