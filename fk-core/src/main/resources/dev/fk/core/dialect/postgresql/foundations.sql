SELECT statement FROM (
    SELECT 1 AS place, oid, format('CREATE SCHEMA %I', nspname) AS statement
    FROM pg_namespace n
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_namespace'::regclass AND objid = n.oid AND deptype = 'e')
    UNION ALL
    SELECT 2, e.oid, format('CREATE EXTENSION IF NOT EXISTS %I', extname)
        || CASE WHEN extrelocatable THEN format(' SCHEMA %I', nspname) ELSE '' END
    FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace
    WHERE extname <> 'plpgsql'
    UNION ALL
    SELECT 3, t.oid, format('CREATE DOMAIN %s AS %s', t.oid::regtype, format_type(typbasetype, typtypmod))
        || coalesce((SELECT format(' COLLATE %I.%I', cn.nspname, c.collname)
                     FROM pg_collation c JOIN pg_namespace cn ON cn.oid = c.collnamespace
                     JOIN pg_type b ON b.oid = t.typbasetype
                     WHERE c.oid = t.typcollation AND c.oid <> b.typcollation), '')
        || coalesce(' DEFAULT ' || typdefault, '')
        || CASE WHEN typnotnull THEN ' NOT NULL' ELSE '' END
        || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', conname, pg_get_constraintdef(k.oid)), '' ORDER BY conname)
                     FROM pg_constraint k WHERE contypid = t.oid AND contype = 'c'), '')
    FROM pg_type t
    WHERE typtype = 'd' AND typnamespace <> 'information_schema'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_type'::regclass AND objid = t.oid AND deptype = 'e')
    UNION ALL
    SELECT 4, seqrelid, format('CREATE SEQUENCE %s AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s%s',
        seqrelid::regclass, seqtypid::regtype, seqincrement, seqmin, seqmax, seqstart, seqcache,
        CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END)
    FROM pg_sequence
    WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = seqrelid
        AND deptype IN ('a', 'i', 'e'))
    UNION ALL
    SELECT 5, seqrelid, format('SELECT setval(%L, %s)', seqrelid::regclass, pg_sequence_last_value(seqrelid))
    FROM pg_sequence
    WHERE pg_sequence_last_value(seqrelid) IS NOT NULL
        AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = seqrelid
            AND deptype IN ('a', 'i', 'e'))
) statements
ORDER BY place, oid
