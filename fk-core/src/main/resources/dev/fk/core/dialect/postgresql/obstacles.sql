WITH RECURSIVE asked AS (
    SELECT position, kind, CASE WHEN kind IN ('TYPE_GOES', 'LABELS_GO') THEN to_regtype(name)::oid ELSE to_regclass(name)::oid END AS oid, col
    FROM unnest(?::text[], ?::text[], ?::text[]) WITH ORDINALITY AS a (kind, name, col, position)
), tree AS (
    SELECT a.position, a.kind, a.oid, a.col FROM asked a WHERE a.kind NOT IN ('TYPE_GOES', 'LABELS_GO')
    UNION
    SELECT t.position, t.kind, i.inhrelid, t.col
    FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid JOIN pg_class c ON c.oid = i.inhrelid
    WHERE c.relispartition OR t.kind <> 'TABLE_GOES'
), types AS (
    SELECT a.position, a.kind, e.oid, e.typarray FROM asked a JOIN pg_type e ON e.oid = a.oid WHERE a.kind IN ('TYPE_GOES', 'LABELS_GO')
), places AS (
    SELECT t.position, t.kind, t.oid, f.attnum FROM tree t JOIN pg_attribute f ON f.attrelid = t.oid AND f.attname = t.col
    WHERE t.kind <> 'KEY_GOES'
    UNION
    SELECT t.position, t.kind, f.attrelid, f.attnum
    FROM types t JOIN pg_attribute f ON f.atttypid IN (t.oid, t.typarray) AND NOT f.attisdropped
        JOIN pg_class c ON c.oid = f.attrelid AND c.relkind IN ('r', 'p')
    WHERE t.kind = 'LABELS_GO'
), held (position, kind, classid, objid, objsubid) AS (
    SELECT position, kind, 'pg_class'::regclass, oid, NULL::int FROM tree WHERE kind = 'TABLE_GOES'
    UNION ALL
    SELECT t.position, t.kind, 'pg_constraint'::regclass, k.oid, 0
    FROM tree t JOIN pg_constraint k ON k.conrelid = t.oid AND k.conname = t.col WHERE t.kind = 'KEY_GOES'
    UNION ALL
    SELECT position, kind, 'pg_class'::regclass, oid, attnum FROM places
    UNION ALL
    SELECT position, kind, 'pg_type'::regclass, u.oid, 0 FROM types, unnest(ARRAY[types.oid, types.typarray]) AS u (oid)
    UNION ALL
    SELECT t.position, t.kind, 'pg_type'::regclass, y.oid, 0
    FROM tree t JOIN pg_type r ON r.typrelid = t.oid JOIN pg_type y ON y.oid IN (r.oid, r.typarray)
    WHERE t.kind = 'TABLE_GOES'
    UNION ALL
    SELECT t.position, t.kind, 'pg_class'::regclass, d.objid, 0
    FROM tree t JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
        AND d.refobjid = t.oid AND d.deptype = 'a' JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
    WHERE t.kind = 'TABLE_GOES' OR t.kind = 'COLUMN_GOES'
        AND d.refobjsubid = (SELECT p.attnum FROM places p WHERE p.position = t.position AND p.oid = t.oid)
), direct AS (
    SELECT h.position, d.classid, d.objid, d.objsubid
    FROM held h JOIN pg_depend d ON d.refclassid = h.classid AND d.refobjid = h.objid AND d.refobjsubid = coalesce(h.objsubid, d.refobjsubid)
        LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
        LEFT JOIN pg_attribute fa ON fa.attrelid = f.adrelid AND fa.attnum = f.adnum
        LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
    WHERE d.deptype = 'n' AND CASE d.classid
        WHEN 'pg_constraint'::regclass THEN (SELECT k.conrelid FROM pg_constraint k WHERE k.oid = d.objid) = 0
        -- fk takes what is computed away and brings it back itself, where it is computed from a column that changes
        WHEN 'pg_attrdef'::regclass
        THEN CASE WHEN h.kind IN ('LABELS_GO', 'COLUMN_GOES') AND fa.attgenerated <> '' THEN fa.attinhcount = 0
            WHEN h.kind = 'LABELS_GO' THEN false ELSE f.adrelid NOT IN (SELECT t.oid FROM tree t WHERE t.position = h.position) END
        WHEN 'pg_class'::regclass
        THEN c.relkind NOT IN ('i', 'I') AND NOT (c.relkind IN ('r', 'p') AND h.kind = 'LABELS_GO')
            AND NOT (c.relkind IN ('r', 'p') AND c.oid IN (SELECT t.oid FROM tree t WHERE t.position = h.position))
        ELSE true END
), node (position, classid, objid, objsubid, depth) AS (
    SELECT o.position, n.classid, n.objid, n.objsubid, 1
    FROM direct o LEFT JOIN pg_rewrite r ON o.classid = 'pg_rewrite'::regclass AND r.oid = o.objid
        LEFT JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
        CROSS JOIN LATERAL (SELECT CASE WHEN v.oid IS NULL THEN o.classid ELSE 'pg_class'::regclass::oid END AS classid,
            coalesce(v.oid, o.objid) AS objid, CASE WHEN v.oid IS NULL AND NOT EXISTS (SELECT FROM pg_class c
                WHERE o.classid = 'pg_class'::regclass AND c.oid = o.objid AND c.relkind IN ('v', 'm')) THEN o.objsubid ELSE 0 END AS objsubid) n
    UNION
    SELECT b.position, n.classid, n.objid, n.objsubid, b.depth + 1
    FROM node b LEFT JOIN pg_class v0 ON b.classid = 'pg_class'::regclass AND v0.oid = b.objid AND v0.relkind IN ('v', 'm')
        LEFT JOIN pg_type t0 ON t0.typrelid = v0.oid
        JOIN pg_depend d ON d.deptype = 'n'
            AND (d.refclassid = b.classid AND d.refobjid = b.objid AND (v0.oid IS NOT NULL OR b.classid <> 'pg_class'::regclass)
                OR d.refclassid = 'pg_type'::regclass AND d.refobjid IN (t0.oid, t0.typarray))
        LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
        LEFT JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
        CROSS JOIN LATERAL (SELECT CASE WHEN v.oid IS NULL THEN d.classid ELSE 'pg_class'::regclass::oid END AS classid,
            coalesce(v.oid, d.objid) AS objid, CASE WHEN v.oid IS NULL THEN d.objsubid ELSE 0 END AS objsubid) n
    -- views and functions can be replaced so that they use each other
    WHERE b.depth < 50 AND (n.classid, n.objid) <> (b.classid, b.objid)
), found AS (
    SELECT position, classid, objid, objsubid, max(depth) AS depth FROM node GROUP BY position, classid, objid, objsubid
), told AS (
    SELECT f.position, f.depth, CASE WHEN da.attgenerated <> '' THEN format('generated column %I of table %s', da.attname, a.adrelid::regclass)
            ELSE pg_describe_object(f.classid, f.objid, f.objsubid) END AS name, CASE WHEN da.attgenerated <> '' THEN da.attname END AS col,
        coalesce(p.polrelid, g.tgrelid, w.ev_class, q.prrelid, a.adrelid, CASE WHEN c.relkind IN ('r', 'p') THEN c.oid END) AS owner,
        CASE
            WHEN v.word IS NOT NULL THEN format('DROP %sVIEW %s', v.word, c.oid::regclass)
            WHEN p.oid IS NOT NULL THEN format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass)
            WHEN g.oid IS NOT NULL THEN format('DROP TRIGGER %I ON %s', g.tgname, g.tgrelid::regclass)
            WHEN w.oid IS NOT NULL THEN format('DROP RULE %I ON %s', w.rulename, w.ev_class::regclass)
            WHEN o.oid IS NOT NULL THEN format('DROP ROUTINE %s', o.oid::regprocedure)
            WHEN da.attgenerated = '' THEN format('ALTER TABLE %s ALTER COLUMN %I DROP DEFAULT', a.adrelid::regclass, da.attname)
        END AS away,
        CASE
            WHEN v.word IS NOT NULL
            THEN format('CREATE %sVIEW %s%s AS %s', v.word, c.oid::regclass, ' WITH (' || array_to_string(c.reloptions, ', ') || ')',
                    -- on one line, unless that might be in a string
                    CASE WHEN d.text ~ '''[^'']*\n[^'']*''' THEN d.text ELSE regexp_replace(d.text, '\n\s*', ' ', 'g') END)
            WHEN p.oid IS NOT NULL
            THEN ${policy}
            WHEN g.oid IS NOT NULL THEN pg_get_triggerdef(g.oid)
            WHEN w.oid IS NOT NULL THEN rtrim(regexp_replace(pg_get_ruledef(w.oid), '\n\s*', ' ', 'g'), ';')
            WHEN o.prokind IN ('f', 'p') THEN pg_get_functiondef(o.oid)
            WHEN da.attgenerated = ''
            THEN format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', a.adrelid::regclass, da.attname, pg_get_expr(a.adbin, a.adrelid))
        END AS again,
        -- what goes with a view
        ARRAY(SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = c.oid AND v.word IS NOT NULL ORDER BY i.indexrelid)
            || ARRAY(SELECT rtrim(regexp_replace(pg_get_ruledef(x.oid), '\n\s*', ' ', 'g'), ';') FROM pg_rewrite x
                WHERE x.ev_class = c.oid AND v.word IS NOT NULL AND x.rulename <> '_RETURN' ORDER BY x.oid)
            || ARRAY(SELECT pg_get_triggerdef(x.oid) FROM pg_trigger x WHERE x.tgrelid = c.oid AND v.word IS NOT NULL ORDER BY x.oid)
            || ARRAY(SELECT format(CASE x.objsubid WHEN 0 THEN 'COMMENT ON %sVIEW %s IS %L' ELSE 'COMMENT ON COLUMN %2$s.%4$I IS %3$L' END,
                    v.word, c.oid::regclass, x.description, xa.attname)
                FROM pg_description x LEFT JOIN pg_attribute xa ON xa.attrelid = x.objoid AND xa.attnum = x.objsubid
                WHERE x.classoid = 'pg_class'::regclass AND x.objoid = c.oid AND v.word IS NOT NULL ORDER BY x.objsubid) AS more
    FROM found f
        LEFT JOIN pg_policy p ON f.classid = 'pg_policy'::regclass AND p.oid = f.objid
        LEFT JOIN pg_trigger g ON f.classid = 'pg_trigger'::regclass AND g.oid = f.objid
        LEFT JOIN pg_rewrite w ON f.classid = 'pg_rewrite'::regclass AND w.oid = f.objid
        LEFT JOIN pg_publication_rel q ON f.classid = 'pg_publication_rel'::regclass AND q.oid = f.objid
        LEFT JOIN pg_attrdef a ON f.classid = 'pg_attrdef'::regclass AND a.oid = f.objid
        LEFT JOIN pg_attribute da ON da.attrelid = a.adrelid AND da.attnum = a.adnum
        LEFT JOIN pg_proc o ON f.classid = 'pg_proc'::regclass AND o.oid = f.objid
        LEFT JOIN pg_class c ON f.classid = 'pg_class'::regclass AND c.oid = f.objid
        CROSS JOIN LATERAL (SELECT CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' WHEN 'v' THEN '' END AS word) v
        CROSS JOIN LATERAL (SELECT CASE WHEN v.word IS NOT NULL THEN rtrim(ltrim(pg_get_viewdef(c.oid)), ';') END AS text) d
    UNION ALL
    SELECT p.position, 0, format('the partition key of table %s', p.oid::regclass), NULL, p.oid, NULL, NULL, NULL
    FROM places p JOIN pg_partitioned_table k ON k.partrelid = p.oid AND p.attnum = ANY (k.partattrs)
)
SELECT t.position, t.name, n.nspname AS s, c.relname AS o, t.col, t.away,
    array_remove(ARRAY[t.again] || t.more, NULL) AS again
FROM told t LEFT JOIN pg_class c ON c.oid = t.owner LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
-- what belongs to a table goes with it
WHERE NOT EXISTS (SELECT FROM tree r WHERE r.position = t.position AND r.kind = 'TABLE_GOES' AND r.oid = t.owner)
ORDER BY t.position, t.depth DESC, t.name
