WITH RECURSIVE v (oid, depth) AS (
    SELECT r.ev_class, 1
    FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
    WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND d.refobjid = ${table}::regclass
        AND r.ev_class <> d.refobjid AND ${column}
    UNION
    SELECT r.ev_class, v.depth + 1
    FROM v
        JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = v.oid AND d.classid = 'pg_rewrite'::regclass
        JOIN pg_rewrite r ON r.oid = d.objid
    WHERE r.ev_class <> v.oid AND v.depth < 50 -- views can be replaced so that they use each other
)
SELECT c.oid::regclass::text,
    format('DROP %sVIEW %s', m.word, c.oid::regclass),
    format('CREATE %sVIEW %s%s AS %s', m.word, c.oid::regclass, ' WITH (' || array_to_string(c.reloptions, ', ') || ')',
        rtrim(ltrim(pg_get_viewdef(c.oid)), ';'))
FROM (SELECT oid, max(depth) AS depth FROM v GROUP BY oid) v
    JOIN pg_class c ON c.oid = v.oid
    CROSS JOIN LATERAL (SELECT CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END AS word) m
WHERE c.relkind IN ('v', 'm')
ORDER BY v.depth DESC, c.oid
