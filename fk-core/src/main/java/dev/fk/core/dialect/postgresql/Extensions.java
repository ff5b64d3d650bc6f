package dev.fk.core.dialect.postgresql;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which extension brings what, of those that many use. */
final class Extensions {
    private static final Map<String, String> TYPES = Map.ofEntries(
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
            Map.entry("sparsevec", "vector"));

    private static final Map<String, String> FOR_INDEXES = Map.ofEntries(
            Map.entry("gist", "btree_gist"),
            Map.entry("gin", "btree_gin"),
            Map.entry("gin_trgm_ops", "pg_trgm"),
            Map.entry("gist_trgm_ops", "pg_trgm"),
            Map.entry("gin__int_ops", "intarray"),
            Map.entry("gist__int_ops", "intarray"),
            Map.entry("vector_l2_ops", "vector"),
            Map.entry("vector_ip_ops", "vector"),
            Map.entry("vector_cosine_ops", "vector"));

    private static final Map<String, String> FUNCTIONS = functions(Map.of(
            "uuid-ossp",
            "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v3 uuid_generate_v4 uuid_generate_v5",
            "pgcrypto",
            "digest hmac crypt gen_salt gen_random_bytes pgp_sym_encrypt pgp_sym_decrypt",
            "pg_trgm",
            "similarity word_similarity show_trgm",
            "fuzzystrmatch",
            "soundex levenshtein metaphone dmetaphone",
            "unaccent",
            "unaccent",
            "tablefunc",
            "crosstab normal_rand connectby",
            "intarray",
            "uniq sort idx",
            "postgis",
            "st_point st_makepoint st_setsrid st_distance st_dwithin st_geomfromtext st_intersects st_contains"));

    private Extensions() {}

    private static Map<String, String> functions(Map<String, String> byExtension) {
        Map<String, String> extensions = new HashMap<>();
        byExtension.forEach((e, names) -> Stream.of(names.split(" ")).forEach(n -> extensions.put(n, e)));
        return Map.copyOf(extensions);
    }

    static Optional<String> bringing(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Stream.of(TYPES, FOR_INDEXES, FUNCTIONS)
                .flatMap(m -> Optional.ofNullable(m.get(lower)).stream())
                .findFirst();
    }

    static Collection<String> types() {
        return TYPES.keySet();
    }
}
