package dev.fk.core.dialect;

import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Which schemas of a database are read. Tables of the default schema are named without a schema, all others with it.
 *
 * @param schemas further schemas beside the default one
 * @param all every schema that is not the server's own
 */
@API(status = Status.EXPERIMENTAL)
public record CatalogScope(Set<String> schemas, boolean all) {
    public CatalogScope {
        schemas = Set.copyOf(schemas);
    }

    /** The default schema alone. */
    public static CatalogScope defaultSchema() {
        return new CatalogScope(Set.of(), false);
    }

    /** The default schema and these. */
    public static CatalogScope with(String... schemas) {
        return new CatalogScope(Set.of(schemas), false);
    }

    public static CatalogScope allSchemas() {
        return new CatalogScope(Set.of(), true);
    }

    /** This scope and one more schema. */
    public CatalogScope and(String schema) {
        return and(Set.of(schema));
    }

    /** This scope and these. */
    public CatalogScope and(Set<String> others) {
        Set<String> more = new TreeSet<>(schemas);
        more.addAll(others);
        return new CatalogScope(more, all);
    }
}
