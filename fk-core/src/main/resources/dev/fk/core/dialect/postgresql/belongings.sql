WITH RECURSIVE anew (change, kind, root, was, now, alike) AS (
    -- what goes and comes again, maybe by another name, and columns that go for good
    SELECT change, kind, to_regclass(root)::oid, was, now, alike FROM (${anew}) AS a (change, kind, root, was, now, alike)
), tree AS (
    SELECT to_regclass(n)::oid AS oid, to_regclass(n)::oid AS root FROM unnest(ARRAY[${names}]) AS n WHERE to_regclass(n) IS NOT NULL
    UNION
    SELECT i.inhrelid, t.root FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid JOIN pg_class c ON c.oid = i.inhrelid
    -- what inherits stays without its parent, but not without a column or check of it
    WHERE c.relispartition OR EXISTS (SELECT FROM anew)
), t AS (
    SELECT c.*, c.oid::regclass::text AS name, tree.root FROM tree JOIN pg_class c ON c.oid = tree.oid
), sequence AS (
    SELECT s.oid, s.oid::regclass::text AS name, s.relacl, s.relowner, q.*, t.name || '.' || quote_ident(a.attname) AS col,
        s.relname = t.relname || '_' || a.attname || '_seq' AS standard, s.relname, t.name AS of, t.root, a.attname,
        format('%I.%I', s.relnamespace::regnamespace::name, s.relname) AS qualified,
        -- what fk makes again as serial or identity column
        d.deptype = 'i' OR a.attnotnull AND coalesce(pg_get_expr(f.adbin, f.adrelid), '') = 'nextval(''' || replace(s.oid::regclass::text, '''', '''''') || '''::regclass)' AS made
    FROM t JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid > 0
            AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
        JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_sequence q ON q.seqrelid = s.oid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        LEFT JOIN pg_attrdef f ON f.adrelid = t.oid AND f.adnum = a.attnum
), index AS (
    SELECT i.*, t.name AS of, t.oid AS root, c.relname AS was, quote_ident(n.now) AS local,
        left(c.oid::regclass::text, -length(quote_ident(c.relname))) || quote_ident(n.now) AS name
    FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid
        LEFT JOIN anew x ON x.kind = 'INDEX' AND x.root = t.oid AND x.was = c.relname, coalesce(x.now, c.relname) AS n (now)
), col AS (
    SELECT t.name, t.relname, t.relowner, t.root, a.*, quote_ident(a.attname) AS local FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped
), extended AS (
    SELECT s.oid, s.stxstattarget, format('%I.%I', s.stxnamespace::regnamespace::name, s.stxname) AS name, c.root, c.attname
    FROM pg_statistic_ext s JOIN col c ON c.attrelid = s.stxrelid
        JOIN pg_depend d ON d.classid = 'pg_statistic_ext'::regclass AND d.objid = s.oid AND d.refobjid = s.stxrelid AND d.refobjsubid = c.attnum
    WHERE NOT EXISTS (SELECT FROM pg_depend o JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
            JOIN anew x ON x.root = c.root AND x.kind = 'GONE' AND x.was = a.attname
        WHERE o.classid = d.classid AND o.objid = s.oid AND o.refobjid = s.stxrelid)
), part (place, kind, name, of, state, classid, oid, again, thing, root, was) AS (
    SELECT 30, 'CONSTRAINT', coalesce(x.now, k.conname), t.name, 'O'::"char", 'pg_constraint'::regclass, k.oid, NULL, r.kind, r.root, k.conname
    FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('c', 'p', 'u', 'f', 'x')
        CROSS JOIN LATERAL (SELECT CASE WHEN k.contype NOT IN ('c', 'f') THEN 'INDEX' WHEN t.oid = t.root
            OR k.coninhcount > 0 AND (k.contype = 'c' OR k.conname = (SELECT o.conname FROM pg_constraint o WHERE o.oid = k.conparentid)) THEN 'RULE' END,
            CASE WHEN k.contype IN ('c', 'f') THEN t.root ELSE t.oid END) AS r (kind, root)
        LEFT JOIN anew x ON x.kind = r.kind AND x.root = r.root AND x.was = k.conname
    UNION ALL
    SELECT 30, 'CONSTRAINT', k.conname, c.name, 'O'::"char", 'pg_constraint'::regclass, k.oid, NULL, 'NOT_NULL', c.root, c.attname
    FROM col c JOIN pg_constraint k ON k.conrelid = c.attrelid AND k.contype = 'n' AND k.conkey[1] = c.attnum
    UNION ALL
    SELECT 40, 'TRIGGER', g.tgname, t.name, g.tgenabled, 'pg_trigger'::regclass, g.oid, pg_get_triggerdef(g.oid), NULL, NULL, NULL
    FROM t JOIN pg_trigger g ON g.tgrelid = t.oid
    WHERE NOT g.tgisinternal AND coalesce(to_jsonb(g) ->> 'tgparentid', '0') = '0'
    UNION ALL
    SELECT 50, 'RULE', r.rulename, t.name, r.ev_enabled, 'pg_rewrite'::regclass, r.oid, rtrim(pg_get_ruledef(r.oid), ';'), NULL, NULL, NULL
    FROM t JOIN pg_rewrite r ON r.ev_class = t.oid AND r.rulename <> '_RETURN'
    UNION ALL
    SELECT 60, 'POLICY', p.polname, t.name, 'O', 'pg_policy'::regclass, p.oid, ${policy}, NULL, NULL, NULL
    FROM t JOIN pg_policy p ON p.polrelid = t.oid
), granted AS (
    SELECT 'TABLE ' || t.name AS what, NULL AS col, t.relowner AS owner, NULL AS thing, t.root, NULL AS was, x.* FROM t, aclexplode(t.relacl) AS x
    UNION ALL
    SELECT 'TABLE ' || c.name, c.local, c.relowner, 'COLUMN', c.root, c.attname, x.* FROM col c, aclexplode(c.attacl) AS x
    UNION ALL
    SELECT 'SEQUENCE ' || s.name, NULL, s.relowner, 'COUNTER', s.root, s.attname, x.* FROM sequence s, aclexplode(s.relacl) AS x
), told (place, needed, again, thing, root, was, onlyalike) AS (
    SELECT 10, true, format('CREATE SEQUENCE %s AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s', name, seqtypid::regtype,
        seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END), NULL, NULL::oid, NULL, false
    FROM sequence WHERE NOT made
    UNION ALL
    SELECT 11, false, format('ALTER SEQUENCE %s OWNED BY %s', name, col), NULL, NULL, NULL, false FROM sequence WHERE NOT made
    UNION ALL
    -- as a table was called that has another name now, or as SEQUENCE NAME says; the server shortens long names in its own way
    SELECT 12, false, format('DO $fk$ BEGIN IF pg_get_serial_sequence(%1$L, %2$L) <> %3$L THEN EXECUTE format(''ALTER SEQUENCE %%s RENAME TO %%I'','
        ' pg_get_serial_sequence(%1$L, %2$L), %4$L); END IF; END $fk$', of, attname, qualified, relname), 'COUNTER', root, attname, false
    FROM sequence WHERE made AND NOT standard
    UNION ALL
    SELECT 13, false, format('COMMENT ON SEQUENCE %s IS %L', s.name, d.description), 'COUNTER', s.root, s.attname, false
    FROM sequence s JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = s.oid AND d.objsubid = 0
    UNION ALL
    -- NOT NULL of PostgreSQL 18, where it is a constraint with a name
    SELECT 14, false, format('DO $fk$ BEGIN EXECUTE coalesce((SELECT format(''ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I'', %1$L, k.conname, %3$L)'
        ' FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]'
        ' WHERE k.conrelid = %1$L::regclass AND k.contype = ''n'' AND a.attname = %2$L AND k.conname <> %3$L), ''''); END $fk$', c.name, c.attname, k.conname), 'NOT_NULL', c.root, c.attname, false
    FROM col c JOIN pg_constraint k ON k.conrelid = c.attrelid AND k.contype = 'n' AND k.conkey[1] = c.attnum AND k.conislocal AND k.coninhcount = 0
    WHERE k.conname <> c.relname || '_' || c.attname || '_not_null'
    UNION ALL
    SELECT 15, false, format('ALTER TABLE %s OF %s', name, reloftype::regtype), NULL, NULL, NULL, false FROM t WHERE reloftype <> 0
    UNION ALL
    SELECT 20, false, format('ALTER TABLE %s SET (%s)', t.name, (SELECT string_agg('toast.' || o, ', ') FROM unnest(s.reloptions) AS o)), NULL, NULL, NULL, false
    FROM t JOIN pg_class s ON s.oid = t.reltoastrelid AND s.reloptions IS NOT NULL
    UNION ALL
    SELECT 21, false, format('ALTER TABLE ONLY %s ALTER COLUMN %s SET STATISTICS %s', name, local, attstattarget), 'COLUMN', root, attname, true
    FROM col WHERE coalesce(attstattarget, -1) >= 0 AND attnum > 0
    UNION ALL
    SELECT 21, false, format('ALTER TABLE ONLY %s ALTER COLUMN %s SET (%s)', name, local, array_to_string(attoptions, ', ')), 'COLUMN', root, attname, true
    FROM col WHERE attoptions IS NOT NULL
    UNION ALL
    SELECT 21, false, format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', i.name, a.attnum, a.attstattarget), 'INDEX', i.root, i.was, true
    FROM index i JOIN pg_attribute a ON a.attrelid = i.indexrelid AND coalesce(a.attstattarget, -1) >= 0
    UNION ALL
    SELECT n.place, false, n.again, 'COLUMN', s.root, s.attname, true FROM extended s, LATERAL (VALUES
        (22, pg_get_statisticsobjdef(s.oid)),
        (23, format('ALTER STATISTICS %s SET STATISTICS ', s.name) || nullif(s.stxstattarget, -1)),
        (23, format('COMMENT ON STATISTICS %s IS ', s.name) || quote_literal(obj_description(s.oid, 'pg_statistic_ext')))) AS n (place, again)
    WHERE n.again IS NOT NULL
    UNION ALL
    SELECT 30, false, format('COMMENT ON INDEX %s IS %L', i.name, d.description), 'INDEX', i.root, i.was, false
    FROM index i JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = i.indexrelid AND d.objsubid = 0
    UNION ALL
    SELECT 31, false, format('ALTER TABLE ONLY %s REPLICA IDENTITY %s', name, CASE relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END), NULL, NULL, NULL, false
    FROM t WHERE relreplident IN ('f', 'n')
    UNION ALL
    SELECT 31, false, format('ALTER TABLE ONLY %s REPLICA IDENTITY USING INDEX %s', of, local), 'INDEX', root, was, true FROM index WHERE indisreplident
    UNION ALL
    SELECT 31, false, format('ALTER TABLE %s CLUSTER ON %s', of, local), 'INDEX', root, was, true FROM index WHERE indisclustered
    UNION ALL
    SELECT place, false, again, thing, root, was, false FROM part WHERE again IS NOT NULL
    UNION ALL
    SELECT place + 1, false, format('ALTER TABLE %s %s %s %I', of,
        CASE state WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, kind, name), thing, root, was, false
    FROM part WHERE state <> 'O'
    UNION ALL
    SELECT place + 2, false, format('COMMENT ON %s %I ON %s IS %L', kind, name, of, d.description), thing, root, was, false
    FROM part JOIN pg_description d ON d.classoid = part.classid AND d.objoid = part.oid
    UNION ALL
    SELECT 63, false, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name), NULL, NULL, NULL, false FROM t WHERE relrowsecurity
    UNION ALL
    SELECT 63, false, format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name), NULL, NULL, NULL, false FROM t WHERE relforcerowsecurity
    UNION ALL
    SELECT 70, false, format('ALTER PUBLICATION %I ADD TABLE %s', p.pubname, t.name)${publications}, NULL, NULL, NULL, false
    FROM t JOIN pg_publication_rel q ON q.prrelid = t.oid JOIN pg_publication p ON p.oid = q.prpubid
    UNION ALL
    SELECT 80, false, format('GRANT %s ON %s TO %s%s',
        string_agg(DISTINCT privilege_type || coalesce(' (' || col || ')', ''), ', '), what,
        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END, CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END), thing, root, was, false
    FROM granted WHERE grantee <> owner GROUP BY what, grantee, is_grantable, thing, root, was
    UNION ALL
    SELECT 90, false, format('ALTER TABLE %s OWNER TO %I', name, pg_get_userbyid(relowner)), NULL, NULL, NULL, false FROM t WHERE pg_get_userbyid(relowner) <> current_user
)
SELECT max(x.change) AS change, bool_or(needed) AS needed, again
FROM told LEFT JOIN anew x ON x.kind = told.thing AND x.root = told.root AND x.was = told.was AND (x.alike OR NOT onlyalike)
GROUP BY place, again ORDER BY place, again
