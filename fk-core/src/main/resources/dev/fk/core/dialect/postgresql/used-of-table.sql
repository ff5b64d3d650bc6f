SELECT 'pg_class'::regclass, oid, -1 FROM pg_class WHERE oid = ${table}
UNION ALL
SELECT 'pg_type'::regclass, unnest(ARRAY[t.oid, t.typarray]), 0 FROM pg_type t WHERE t.typrelid = ${table}
UNION ALL
SELECT 'pg_class'::regclass, objid, 0 FROM pg_depend
WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND refobjid = ${table} AND refobjsubid > 0
    AND deptype IN ('a', 'i') AND objid IN (SELECT oid FROM pg_class WHERE relkind = 'S')
UNION ALL -- its own defaults are in nobody's way
SELECT 'pg_attrdef'::regclass, oid, 0 FROM pg_attrdef WHERE adrelid = ${table}
