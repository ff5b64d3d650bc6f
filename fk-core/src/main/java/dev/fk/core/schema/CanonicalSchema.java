package dev.fk.core.schema;

import java.util.Collection;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A schema in the normal form of one server, so that a wish and a catalog can be compared. Only dialects make it: by
 * reading a catalog, or from a declared schema through their canonicalizer.
 */
@API(status = Status.EXPERIMENTAL)
public record CanonicalSchema(Schema schema, DialectId dialect, NameScopes names) {
    /** Of a server of which it is not known where it takes a name once. */
    public CanonicalSchema(Schema schema, DialectId dialect) {
        this(schema, dialect, NameScopes.UNKNOWN);
    }

    /** A part of this one, which is canonical because the whole is. */
    public CanonicalSchema restrictedTo(Collection<Table> tables, Collection<EnumDefinition> enums) {
        return new CanonicalSchema(Schema.of(tables, enums), dialect, names);
    }
}
