package dev.fk.core.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which extension brings what, of those that many use. */
final class Extensions {
    private static final Map<String, String> BRINGING = Map.ofEntries(
            Map.entry("citext", "citext"),
            Map.entry("hstore", "hstore"),
            Map.entry("ltree", "ltree"),
            Map.entry("lquery", "ltree"),
            Map.entry("ltxtquery", "ltree"),
            Map.entry("cube", "cube"),
            Map.entry("seg", "seg"),
            Map.entry("isbn", "isn"),
            Map.entry("isbn13", "isn"),
            Map.entry("issn", "isn"),
            Map.entry("ean13", "isn"),
            Map.entry("geometry", "postgis"),
            Map.entry("geography", "postgis"),
            Map.entry("vector", "vector"),
            Map.entry("halfvec", "vector"),
            Map.entry("sparsevec", "vector"),
            Map.entry("gist", "btree_gist"),
            Map.entry("gin", "btree_gin"));

    private Extensions() {}

    static Optional<String> bringing(String name) {
        return Optional.ofNullable(BRINGING.get(name.toLowerCase(Locale.ROOT)));
    }
}
