package dev.fk.core.odd;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What PostgreSQL says of all that is there, but in which order columns stand and what fk keeps for itself. */
final class PostgresText {
    private static final String OURS = " relname NOT LIKE 'fk\\_%' AND relnamespace = 'public'::regnamespace";

    private static final List<String> QUESTIONS = List.of(
            "SELECT relname, relkind, relpersistence, reloptions::text, relreplident, relrowsecurity, relforcerowsecurity, relacl::text,"
                    + " pg_get_userbyid(relowner) AS owner, reloftype::regtype::text AS of, pg_get_expr(relpartbound, oid) AS bound,"
                    + " CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END AS key, obj_description(oid, 'pg_class') AS comment,"
                    + " (SELECT reloptions::text FROM pg_class x WHERE x.oid = c.reltoastrelid) AS toast,"
                    + " (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid) AS parents"
                    + " FROM pg_class c WHERE" + OURS,
            "SELECT attrelid::regclass::text AS t, attname, format_type(atttypid, atttypmod) AS type, attnotnull, attidentity, attgenerated,"
                    + " CASE WHEN relkind <> 'i' THEN attstorage END AS storage, attcompression, NULLIF(attstattarget, -1) AS target, attoptions::text, attacl::text, attislocal, attinhcount, attcollation::regcollation::text AS collation,"
                    + " pg_get_expr(adbin, adrelid) AS value, col_description(attrelid, attnum) AS comment FROM pg_class r JOIN pg_attribute a ON attrelid = r.oid"
                    + " LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum WHERE attnum > 0 AND NOT attisdropped AND relkind <> 'S' AND"
                    + OURS,
            "SELECT conrelid::regclass::text AS t, conname, contype, pg_get_constraintdef(k.oid) AS def, condeferrable, condeferred, convalidated,"
                    + " conislocal AND NOT (contype = 'n' AND coninhcount > 0) AS local, coninhcount, connoinherit, to_jsonb(k) ->> 'conenforced' AS enforced, obj_description(k.oid, 'pg_constraint') AS comment"
                    + " FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid WHERE" + OURS,
            "SELECT pg_get_indexdef(indexrelid) AS def, indisclustered, indisreplident, indisvalid, indisunique, indimmediate"
                    + " FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE" + OURS,
            "SELECT c.relname, seqtypid::regtype::text AS type, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle, d.deptype,"
                    + " d.refobjid::regclass::text AS owner, (SELECT attname FROM pg_attribute WHERE attrelid = d.refobjid AND attnum = d.refobjsubid) AS col"
                    + " FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid LEFT JOIN pg_depend d ON d.objid = c.oid AND d.refobjsubid > 0 WHERE"
                    + OURS,
            "SELECT pg_get_triggerdef(t.oid) AS def, tgenabled, obj_description(t.oid, 'pg_trigger') AS comment FROM pg_trigger t"
                    + " WHERE NOT tgisinternal",
            "SELECT * FROM pg_rules WHERE schemaname = 'public'",
            "SELECT tablename, policyname, permissive, roles::text, cmd, qual, with_check FROM pg_policies");

    private PostgresText() {}

    static String of(Database database) {
        return QUESTIONS.stream()
                .flatMap(q -> database.query(new Sql(q)).stream()
                        .map(PostgresText::line)
                        .sorted())
                .collect(Collectors.joining("\n"));
    }

    private static String line(Map<String, ?> row) {
        return row.entrySet().stream()
                .filter(e -> e.getValue() != null && !e.getValue().equals(""))
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("  "));
    }
}
