package dev.fk.core.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions of other servers and of extensions that PostgreSQL has by another name; with parentheses where it takes nothing. */
final class OtherFunctions {
    private static final Map<String, String> HERE = Map.ofEntries(
            // since 13; before, pgcrypto had it
            Map.entry("uuid_generate_v4", "gen_random_uuid()"),
            Map.entry("uuid", "gen_random_uuid()"),
            Map.entry("newid", "gen_random_uuid()"),
            Map.entry("sys_guid", "gen_random_uuid()"),
            Map.entry("getdate", "now()"),
            Map.entry("sysdate", "now()"),
            Map.entry("sysdatetime", "now()"),
            Map.entry("getutcdate", "(now() AT TIME ZONE 'UTC')"),
            Map.entry("utc_timestamp", "(now() AT TIME ZONE 'UTC')"),
            Map.entry("curdate", "CURRENT_DATE"),
            Map.entry("curtime", "CURRENT_TIME"),
            Map.entry("last_insert_id", "lastval()"),
            Map.entry("rand", "random()"),
            Map.entry("ifnull", "coalesce"),
            Map.entry("nvl", "coalesce"),
            Map.entry("isnull", "coalesce"),
            Map.entry("len", "length"),
            Map.entry("ucase", "upper"),
            Map.entry("lcase", "lower"));

    private OtherFunctions() {}

    static Optional<String> here(String name) {
        return Optional.ofNullable(HERE.get(name.toLowerCase(Locale.ROOT)));
    }
}
