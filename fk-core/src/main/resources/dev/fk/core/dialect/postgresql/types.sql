-- What users write, PostgreSQL keeps by shorter names.
SELECT n.nspname, t.typname, pg_type_is_visible(t.oid)
FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype IN ('b', 'd', 'e', 'r', 'm') AND t.typelem = 0
    AND t.typname NOT LIKE 'pg\_%' AND t.typname NOT LIKE 'reg%' AND n.nspname NOT LIKE 'pg\_t%'
    AND n.nspname <> 'information_schema'
UNION ALL
SELECT 'pg_catalog', name, true
FROM unnest(ARRAY['integer', 'smallint', 'bigint', 'boolean', 'decimal', 'real', 'float', 'character', 'serial',
    'bigserial', 'smallserial', 'char', 'int', 'time', 'interval']) AS name
ORDER BY 1, 2
