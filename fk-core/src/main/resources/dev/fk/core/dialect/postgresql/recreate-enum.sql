DO $fk$ -- ${what}
DECLARE
    types oid[] := (SELECT ARRAY[t.oid, t.typarray] FROM pg_type t WHERE t.oid = ${name}::regtype);
    aside text[]; conversion text[]; back text[]; kept text[]; step text;
BEGIN
    WITH place AS (
        SELECT a.attrelid, a.attnum, a.atttypid = types[2] AS is_array,
            format('ALTER TABLE %s ALTER COLUMN %I', a.attrelid::regclass, a.attname) AS alter, quote_ident(a.attname) AS name
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
        WHERE a.atttypid = ANY (types) AND a.attinhcount = 0 AND NOT a.attisdropped
    ), mention AS (
        SELECT d.classid, d.objid FROM pg_depend d WHERE d.refclassid = 'pg_type'::regclass AND d.refobjid = ANY (types)
    ), obstacle AS (
        SELECT 1 AS turn, format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS away,
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
                || coalesce(format('; COMMENT ON CONSTRAINT %I ON %s IS ', k.conname, k.conrelid::regclass)
                    || quote_literal(obj_description(k.oid, 'pg_constraint')), '') AS again
        FROM pg_constraint k
        WHERE k.conrelid <> 0 AND k.conparentid = 0 AND (k.conislocal OR k.contype = 'f')
            AND (k.contype = 'c' AND k.oid IN (SELECT objid FROM mention WHERE classid = 'pg_constraint'::regclass)
                OR k.contype = 'x' AND k.conindid IN (SELECT objid FROM mention WHERE classid = 'pg_class'::regclass)
                OR k.contype = 'f' AND EXISTS (SELECT FROM place p
                    WHERE p.attrelid = k.conrelid AND p.attnum = ANY (k.conkey) OR p.attrelid = k.confrelid AND p.attnum = ANY (k.confkey)))
        UNION ALL
        SELECT 2, format('DROP INDEX %s', c.oid::regclass), pg_get_indexdef(c.oid)
            || coalesce(format('; COMMENT ON INDEX %s IS ', c.oid::regclass) || quote_literal(obj_description(c.oid, 'pg_class')), '')
        FROM pg_class c
        WHERE c.relkind IN ('i', 'I') AND NOT c.relispartition
            AND c.oid IN (SELECT objid FROM mention WHERE classid = 'pg_class'::regclass)
            AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype <> 'f')
        UNION ALL
        SELECT 3, format('ALTER TABLE ONLY %s ALTER COLUMN %I DROP DEFAULT', d.adrelid::regclass, a.attname),
            format('ALTER TABLE ONLY %s ALTER COLUMN %I SET DEFAULT %s', d.adrelid::regclass, a.attname, pg_get_expr(d.adbin, d.adrelid))
        FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
        WHERE a.attgenerated = ''
            AND (a.atttypid = ANY (types) OR d.oid IN (SELECT objid FROM mention WHERE classid = 'pg_attrdef'::regclass))
    )
    SELECT (SELECT array_agg(away ORDER BY turn) FROM obstacle), (SELECT array_agg(again ORDER BY turn DESC) FROM obstacle),
        (SELECT array_agg(format('%s TYPE ${format}%s USING %s::text%s::${format}%s', alter, brackets, name, brackets, brackets))
            FROM place, LATERAL (SELECT CASE WHEN is_array THEN '[]' ELSE '' END AS brackets) b)
    INTO aside, back, conversion;
    SELECT array_agg(again ORDER BY turn) INTO kept FROM (
        SELECT 1 AS turn, format('REVOKE ALL ON TYPE ${format} FROM PUBLIC') AS again
        FROM pg_type WHERE oid = types[1] AND typacl IS NOT NULL
        UNION ALL
        SELECT 2, format('GRANT USAGE ON TYPE ${format} TO %s%s', CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END,
            CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
        FROM pg_type, aclexplode(typacl) WHERE oid = types[1] AND grantee <> typowner
        UNION ALL
        SELECT 3, format('COMMENT ON TYPE ${format} IS %L', description)
        FROM obj_description(types[1], 'pg_type') AS description WHERE description IS NOT NULL
        UNION ALL
        SELECT 4, format('ALTER TYPE ${format} OWNER TO %s', typowner::regrole)
        FROM pg_type WHERE oid = types[1] AND typowner::regrole::text <> quote_ident(current_user)
    ) k;
    FOREACH step IN ARRAY coalesce(aside, '{}') LOOP EXECUTE step; END LOOP;
    ALTER TYPE ${type} RENAME TO ${before};
    CREATE TYPE ${type} AS ENUM (${labels});
    FOREACH step IN ARRAY coalesce(conversion, '{}') LOOP EXECUTE step; END LOOP;
    DROP TYPE ${old};
    FOREACH step IN ARRAY coalesce(back, '{}') || coalesce(kept, '{}') LOOP EXECUTE step; END LOOP;${otherwise}
END $fk$
