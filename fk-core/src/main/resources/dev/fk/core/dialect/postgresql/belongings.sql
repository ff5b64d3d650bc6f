WITH RECURSIVE tree AS (
    SELECT to_regclass(n)::oid AS oid FROM unnest(ARRAY[${names}]) AS n WHERE to_regclass(n) IS NOT NULL
    UNION
    SELECT i.inhrelid FROM tree t JOIN pg_inherits i ON i.inhparent = t.oid JOIN pg_class c ON c.oid = i.inhrelid
    WHERE c.relispartition
), t AS (
    SELECT c.*, c.oid::regclass::text AS name FROM tree JOIN pg_class c ON c.oid = tree.oid
), sequence AS (
    SELECT s.oid, s.oid::regclass::text AS name, s.relacl, s.relowner, q.*, t.name || '.' || quote_ident(a.attname) AS col,
        s.relname = t.relname || '_' || a.attname || '_seq' AS standard, s.relname, t.name AS of, a.attname,
        format('%I.%I', s.relnamespace::regnamespace::name, s.relname) AS qualified,
        -- what fk makes again as serial or identity column
        d.deptype = 'i' OR a.attnotnull AND coalesce(pg_get_expr(f.adbin, f.adrelid), '') = 'nextval(''' || replace(s.oid::regclass::text, '''', '''''') || '''::regclass)' AS made
    FROM t JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid > 0
            AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
        JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_sequence q ON q.seqrelid = s.oid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        LEFT JOIN pg_attrdef f ON f.adrelid = t.oid AND f.adnum = a.attnum
), index AS (
    SELECT i.*, t.name AS of, c.oid::regclass::text AS name, quote_ident(c.relname) AS local
    FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid
), col AS (
    SELECT t.name, t.relname, t.relowner, a.*, quote_ident(a.attname) AS local FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped
), part (place, kind, name, of, state, classid, oid, again) AS (
    SELECT 30, 'CONSTRAINT', k.conname, t.name, 'O'::"char", 'pg_constraint'::regclass, k.oid, NULL
    FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('c', 'p', 'u', 'f', 'x')
    UNION ALL
    SELECT 40, 'TRIGGER', g.tgname, t.name, g.tgenabled, 'pg_trigger'::regclass, g.oid, pg_get_triggerdef(g.oid)
    FROM t JOIN pg_trigger g ON g.tgrelid = t.oid
    WHERE NOT g.tgisinternal AND coalesce(to_jsonb(g) ->> 'tgparentid', '0') = '0'
    UNION ALL
    SELECT 50, 'RULE', r.rulename, t.name, r.ev_enabled, 'pg_rewrite'::regclass, r.oid, rtrim(pg_get_ruledef(r.oid), ';')
    FROM t JOIN pg_rewrite r ON r.ev_class = t.oid AND r.rulename <> '_RETURN'
    UNION ALL
    SELECT 60, 'POLICY', p.polname, t.name, 'O', 'pg_policy'::regclass, p.oid, ${policy}
    FROM t JOIN pg_policy p ON p.polrelid = t.oid
), granted AS (
    SELECT 'TABLE ' || t.name AS what, NULL AS col, t.relowner AS owner, x.* FROM t, aclexplode(t.relacl) AS x
    UNION ALL
    SELECT 'TABLE ' || c.name, c.local, c.relowner, x.* FROM col c, aclexplode(c.attacl) AS x
    UNION ALL
    SELECT 'SEQUENCE ' || s.name, NULL, s.relowner, x.* FROM sequence s, aclexplode(s.relacl) AS x
), told (place, needed, again) AS (
    SELECT 10, true, format('CREATE SEQUENCE %s AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s', name, seqtypid::regtype,
        seqstart, seqincrement, seqmin, seqmax, seqcache, CASE WHEN seqcycle THEN ' CYCLE' ELSE '' END)
    FROM sequence WHERE NOT made
    UNION ALL
    SELECT 11, false, format('ALTER SEQUENCE %s OWNED BY %s', name, col) FROM sequence WHERE NOT made
    UNION ALL
    -- as a table was called that has another name now, or as SEQUENCE NAME says; the server shortens long names in its own way
    SELECT 12, false, format('DO $fk$ BEGIN IF pg_get_serial_sequence(%1$L, %2$L) <> %3$L THEN EXECUTE format(''ALTER SEQUENCE %%s RENAME TO %%I'','
        ' pg_get_serial_sequence(%1$L, %2$L), %4$L); END IF; END $fk$', of, attname, qualified, relname)
    FROM sequence WHERE made AND NOT standard
    UNION ALL
    SELECT 13, false, format('COMMENT ON SEQUENCE %s IS %L', s.name, d.description)
    FROM sequence s JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = s.oid AND d.objsubid = 0
    UNION ALL
    -- NOT NULL of PostgreSQL 18, where it is a constraint with a name
    SELECT 14, false, format('DO $fk$ BEGIN EXECUTE coalesce((SELECT format(''ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I'', %1$L, k.conname, %3$L)'
        ' FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]'
        ' WHERE k.conrelid = %1$L::regclass AND k.contype = ''n'' AND a.attname = %2$L AND k.conname <> %3$L), ''''); END $fk$', c.name, c.attname, k.conname)
    FROM col c JOIN pg_constraint k ON k.conrelid = c.attrelid AND k.contype = 'n' AND k.conkey[1] = c.attnum AND k.conislocal AND k.coninhcount = 0
    WHERE k.conname <> c.relname || '_' || c.attname || '_not_null'
    UNION ALL
    SELECT 15, false, format('ALTER TABLE %s OF %s', name, reloftype::regtype) FROM t WHERE reloftype <> 0
    UNION ALL
    SELECT 20, false, format('ALTER TABLE %s SET (%s)', t.name, (SELECT string_agg('toast.' || o, ', ') FROM unnest(s.reloptions) AS o))
    FROM t JOIN pg_class s ON s.oid = t.reltoastrelid AND s.reloptions IS NOT NULL
    UNION ALL
    SELECT 21, false, format('ALTER TABLE ONLY %s ALTER COLUMN %s SET STATISTICS %s', name, local, attstattarget)
    FROM col WHERE coalesce(attstattarget, -1) >= 0 AND attnum > 0
    UNION ALL
    SELECT 21, false, format('ALTER TABLE ONLY %s ALTER COLUMN %s SET (%s)', name, local, array_to_string(attoptions, ', '))
    FROM col WHERE attoptions IS NOT NULL
    UNION ALL
    SELECT 21, false, format('ALTER INDEX %s ALTER COLUMN %s SET STATISTICS %s', i.name, a.attnum, a.attstattarget)
    FROM index i JOIN pg_attribute a ON a.attrelid = i.indexrelid AND coalesce(a.attstattarget, -1) >= 0
    UNION ALL
    SELECT 22, false, pg_get_statisticsobjdef(s.oid) FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid
    UNION ALL
    SELECT 30, false, format('COMMENT ON INDEX %s IS %L', i.name, d.description)
    FROM index i JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = i.indexrelid AND d.objsubid = 0
    UNION ALL
    SELECT 31, false, format('ALTER TABLE ONLY %s REPLICA IDENTITY %s', name, CASE relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END)
    FROM t WHERE relreplident IN ('f', 'n')
    UNION ALL
    SELECT 31, false, format('ALTER TABLE ONLY %s REPLICA IDENTITY USING INDEX %s', of, local) FROM index WHERE indisreplident
    UNION ALL
    SELECT 31, false, format('ALTER TABLE %s CLUSTER ON %s', of, local) FROM index WHERE indisclustered
    UNION ALL
    SELECT place, false, again FROM part WHERE again IS NOT NULL
    UNION ALL
    SELECT place + 1, false, format('ALTER TABLE %s %s %s %I', of,
        CASE state WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, kind, name)
    FROM part WHERE state <> 'O'
    UNION ALL
    SELECT place + 2, false, format('COMMENT ON %s %I ON %s IS %L', kind, name, of, d.description)
    FROM part JOIN pg_description d ON d.classoid = part.classid AND d.objoid = part.oid
    UNION ALL
    SELECT 63, false, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name) FROM t WHERE relrowsecurity
    UNION ALL
    SELECT 63, false, format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name) FROM t WHERE relforcerowsecurity
    UNION ALL
    SELECT 70, false, format('ALTER PUBLICATION %I ADD TABLE %s', p.pubname, t.name)${publications}
    FROM t JOIN pg_publication_rel q ON q.prrelid = t.oid JOIN pg_publication p ON p.oid = q.prpubid
    UNION ALL
    SELECT 80, false, format('GRANT %s ON %s TO %s%s',
        string_agg(privilege_type || coalesce(' (' || col || ')', ''), ', ' ORDER BY privilege_type, col), what,
        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END, CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
    FROM granted WHERE grantee <> owner GROUP BY what, grantee, is_grantable
    UNION ALL
    SELECT 90, false, format('ALTER TABLE %s OWNER TO %I', name, pg_get_userbyid(relowner)) FROM t WHERE pg_get_userbyid(relowner) <> current_user
)
SELECT needed, again FROM told ORDER BY place, again
