-- What a policy or publication is without the column, only people can say. The part of a table as a whole is -1.
WITH target (class, id, part) AS (${target})
SELECT DISTINCT CASE
        WHEN d.classid = 'pg_rewrite'::regclass THEN
            (SELECT CASE rulename WHEN '_RETURN' THEN format('view %s', ev_class::regclass)
                    ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END FROM pg_rewrite WHERE oid = d.objid)
        ELSE pg_describe_object(d.classid, d.objid, d.objsubid)
    END AS used_by,
    CASE d.classid
        WHEN 'pg_trigger'::regclass THEN
            (SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE oid = d.objid)
        WHEN 'pg_rewrite'::regclass THEN
            (SELECT format('DROP RULE %I ON %s', rulename, ev_class::regclass) FROM pg_rewrite
                WHERE oid = d.objid AND rulename <> '_RETURN')
        WHEN 'pg_attrdef'::regclass THEN
            (SELECT format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', f.adrelid::regclass, a.attname)
                FROM pg_attrdef f JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
                WHERE f.oid = d.objid AND a.attgenerated = '')
        WHEN 'pg_constraint'::regclass THEN
            (SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)
                FROM pg_constraint WHERE oid = d.objid AND conrelid <> 0)
        WHEN 'pg_class'::regclass THEN
            (SELECT CASE WHEN c.relkind IN ('i', 'I') THEN format('DROP INDEX %s', c.oid::regclass)
                    WHEN target.part < 0 THEN format('ALTER TABLE %s NO INHERIT %s', c.oid::regclass, target.id::regclass) END
                FROM pg_class c WHERE c.oid = d.objid)
    END AS end_of_it,
    CASE WHEN d.classid = 'pg_trigger'::regclass THEN pg_get_triggerdef(d.objid) END AS again,
    CASE WHEN d.classid = 'pg_class'::regclass AND d.objsubid > 0 THEN
        (SELECT relname FROM pg_class WHERE oid = d.objid) END AS of_table,
    CASE WHEN d.classid = 'pg_class'::regclass AND d.objsubid > 0 THEN
        (SELECT nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = d.objid) END AS of_schema,
    CASE WHEN d.classid = 'pg_class'::regclass AND d.objsubid > 0 THEN
        (SELECT attname FROM pg_attribute WHERE attrelid = d.objid AND attnum = d.objsubid) END AS of_column,
    (SELECT CASE t.typtype WHEN 'e' THEN 'text' WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END
        FROM pg_type t WHERE target.class = 'pg_type'::regclass AND t.oid = target.id) AS other_type
FROM target
    JOIN pg_depend d ON d.refclassid = target.class AND d.refobjid = target.id
        AND (target.part <= 0 OR d.refobjsubid = target.part)
WHERE d.deptype = 'n' AND d.classid NOT IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
    AND NOT (target.part > 0 AND d.classid IN ('pg_attrdef'::regclass, 'pg_constraint'::regclass))
    AND NOT (target.class = 'pg_type'::regclass AND d.classid = 'pg_attrdef'::regclass)
    AND NOT EXISTS (SELECT 1 FROM target own WHERE own.class = d.classid AND own.id = d.objid)
    AND NOT EXISTS (SELECT 1 FROM pg_rewrite r -- views have causes of their own
        WHERE target.part <> 0 AND d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid AND r.rulename = '_RETURN')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k -- and so have foreign keys
        WHERE target.part < 0 AND d.classid = 'pg_constraint'::regclass AND k.oid = d.objid AND k.contype = 'f')
ORDER BY 1
