SELECT DISTINCT asked.position, CASE d.classid
        WHEN 'pg_rewrite'::regclass
        THEN pg_describe_object('pg_class'::regclass, (SELECT r.ev_class FROM pg_rewrite r WHERE r.oid = d.objid), 0)
        -- the columns of a view, too, are the view's
        ELSE pg_describe_object(d.classid, d.objid, CASE
            WHEN d.classid = 'pg_class'::regclass AND d.objid IN (SELECT v.oid FROM pg_class v WHERE v.relkind IN ('v', 'm'))
            THEN 0 ELSE d.objsubid END) END COLLATE "C" AS description
FROM unnest(ARRAY[${types}]) WITH ORDINALITY AS asked (name, position)
    JOIN pg_type e ON e.oid = to_regtype(asked.name)
    JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (e.oid, e.typarray) AND d.deptype IN ('n', 'a')
-- what belongs to a table in scope is known, and goes with it or its columns
WHERE NOT EXISTS (SELECT
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND ${scope}
            AND c.oid = CASE d.classid
                WHEN 'pg_attrdef'::regclass THEN (SELECT f.adrelid FROM pg_attrdef f WHERE f.oid = d.objid)
                WHEN 'pg_constraint'::regclass THEN (SELECT k.conrelid FROM pg_constraint k WHERE k.oid = d.objid)
                WHEN 'pg_class'::regclass
                THEN coalesce((SELECT i.indrelid FROM pg_index i WHERE i.indexrelid = d.objid), d.objid) END)
ORDER BY asked.position, description
