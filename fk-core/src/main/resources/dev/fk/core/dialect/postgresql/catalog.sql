-- Everything there is to know about the tables in scope, in one message. Names are resolved by the reader: joining them
-- here, or asking format_type() and pg_get_indexdef() for every row, takes five times as long.
-- A line that ends in "since N" or "before N" is for these versions only, and one that ends in "own" or "in force" for what
-- tables have of their own, or for all that their rows have to obey.

-- tables
SELECT c.oid, n.nspname, c.relname, c.relpersistence, c.reloptions::text, t.spcname, m.amname,
    CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
    CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS partition_bound,
    EXISTS (SELECT FROM pg_depend d
            WHERE d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_class'::regclass AND d.objid = c.oid
                AND d.deptype = 'e') AS of_extension
FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
    LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
WHERE c.oid IN (${tables})
ORDER BY c.oid;

-- columns
SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated, a.attcollation,
    a.attislocal, a.attstorage, a.attcompression
FROM pg_attribute a
WHERE a.attrelid IN (${tables}) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum;

-- defaults and what columns are computed from: joined to the columns they take half as long again. A default cannot
-- mention a column, so pg_get_expr() need not know its table, which the server would open for it: twice as long for a
-- thousand tables of 18.6.
SELECT d.adrelid, d.adnum,
    pg_get_expr(d.adbin, CASE (SELECT a.attgenerated
                               FROM pg_attribute a
                               WHERE a.attrelid = d.adrelid AND a.attnum = d.adnum) WHEN '' THEN 0 ELSE d.adrelid END) AS value
FROM pg_attrdef d
WHERE d.adrelid IN (${tables});

-- types, collations and parameters of operator classes that any column has: one pass over all of them, as three, or
-- one over those of the tables, take longer; and names in subqueries, as planning so many joins takes longer still.
-- Columns of the server's own tables, which come before ${first}, are three thousand: half of the time where few others are.
-- They go through an array because the planner takes an array for short: otherwise it expects thousands of them, reads
-- all types there are and may think the query so long that compiling it (jit) pays.
SELECT u.atttypid, u.atttypmod, format_type(u.atttypid, u.atttypmod) AS sql,
    (SELECT n.nspname FROM pg_namespace n WHERE n.oid = t.typnamespace) AS schema, t.typname, t.typtype, t.typstorage,
    t.typcollation, e.oid AS element, format_type(e.oid, u.atttypmod) AS element_sql,
    (SELECT n.nspname FROM pg_namespace n WHERE n.oid = e.typnamespace) AS element_schema, e.typname AS element_name,
    e.typtype AS element_kind, u.attcollation,
    (SELECT n.nspname FROM pg_namespace n WHERE n.oid = l.collnamespace) AS collation_schema, l.collname,
    u.owner, u.position, u.options,
    (SELECT i.indclass[u.position - 1] FROM pg_index i WHERE i.indexrelid = u.owner) AS opclass
FROM unnest(ARRAY(
        SELECT ROW(a.atttypid, a.atttypmod, a.attcollation, a.owner, a.position, a.options)
        FROM (SELECT DISTINCT a.atttypid, a.atttypmod, a.attcollation,
                    CASE WHEN a.attoptions IS NOT NULL THEN a.attrelid END AS owner,
                    CASE WHEN a.attoptions IS NOT NULL THEN a.attnum END AS position, a.attoptions::text AS options
                FROM pg_attribute a
                WHERE a.attrelid >= ${first} AND a.attnum > 0) a)) u
            (atttypid oid, atttypmod integer, attcollation oid, owner oid, position smallint, options text)
    JOIN pg_type t ON t.oid = u.atttypid
    LEFT JOIN pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
    LEFT JOIN pg_collation l ON l.oid = u.attcollation;

-- constraints
SELECT k.oid, k.conrelid, k.conname, k.contype, k.conkey::text, k.confrelid, k.confkey::text, k.confdeltype, k.confupdtype,
    k.confdelsetcols::text, -- since 15
    NULL AS confdelsetcols, -- before 15
    k.confmatchtype, k.condeferrable, k.condeferred, k.convalidated, k.connoinherit, k.conindid,
    k.conenforced, k.conperiod, -- since 18
    true AS conenforced, false AS conperiod, -- before 18
    k.oid = ANY (ARRAY(SELECT t.tgconstraint FROM pg_trigger t WHERE t.tgisinternal AND t.tgenabled IN ('D', 'R'))) AS switched_off,
    CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) WHEN 'x' THEN pg_get_constraintdef(k.oid) END AS definition
FROM pg_constraint k
WHERE k.conrelid IN (${tables})
    AND k.conparentid = 0 -- own
    -- the key of a partition, but not what a key that leads to a partitioned table has for each of its partitions
    AND (k.conparentid = 0 OR EXISTS (SELECT FROM pg_constraint p -- in force
            WHERE p.oid = k.conparentid AND p.conrelid <> k.conrelid AND p.confrelid = k.confrelid)) -- in force
    AND (k.contype IN ('p', 'u', 'x', 'f')
        OR k.contype = 'c' AND k.conislocal -- own
        OR k.contype = 'c' -- in force
        OR k.contype = 'n' AND k.conislocal AND (NOT k.convalidated OR k.connoinherit))
ORDER BY k.oid;

-- columns that foreign keys refer to outside of the scope
SELECT DISTINCT k.confrelid, n.nspname, c.relname, a.attnum, a.attname
FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.confrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.confkey)
WHERE k.contype = 'f' AND k.conrelid IN (${tables}) AND k.confrelid NOT IN (${tables});

-- indexes, those of constraints too
SELECT i.indexrelid, i.indrelid, c.relname, i.indisunique,
    i.indnullsnotdistinct, -- since 15
    false AS indnullsnotdistinct, -- before 15
    i.indisvalid, i.indnkeyatts, i.indkey::text,
    i.indoption::text, i.indcollation::text, i.indclass::text, m.amname, c.reloptions::text, t.spcname,
    pg_get_expr(i.indpred, i.indrelid) AS predicate
FROM pg_index i
    JOIN pg_class c ON c.oid = i.indexrelid
    LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'btree'
    LEFT JOIN pg_tablespace t ON t.oid = c.reltablespace
WHERE i.indrelid IN (${tables})
    AND NOT c.relispartition -- own
ORDER BY i.indexrelid;

-- expressions in indexes
SELECT i.indexrelid, p.position, pg_get_indexdef(i.indexrelid, p.position, false) AS sql
FROM pg_index i, LATERAL generate_series(1, i.indnkeyatts::int) p (position)
WHERE i.indrelid IN (${tables}) AND i.indexprs IS NOT NULL AND i.indkey[p.position - 1] = 0;

-- operator classes
SELECT o.oid, n.nspname, o.opcname, o.opcdefault
FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace;

-- parents
SELECT h.inhrelid, n.nspname, c.relname
FROM pg_inherits h
    JOIN pg_class c ON c.oid = h.inhparent
    JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE h.inhrelid IN (${tables})
ORDER BY h.inhrelid, h.inhseqno;

-- sequences that belong to columns, found from the sequence: from the tables, all that depends on them is read (OFFSET 0)
SELECT d.refobjid, d.refobjsubid, n.nspname, c.relname, format_type(s.seqtypid, NULL) AS type, s.seqstart, s.seqincrement,
    s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.deptype = 'i' AS of_identity
FROM pg_sequence s
    JOIN pg_class c ON c.oid = s.seqrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL (SELECT d.refobjid, d.refobjsubid, d.deptype
                        FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
                            AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
                        OFFSET 0) d
WHERE d.refobjid IN (${tables});

-- comments
SELECT d.objoid, d.objsubid, d.description
FROM pg_description d
WHERE d.classoid = 'pg_class'::regclass AND d.objoid IN (${tables});

-- enum types
SELECT n.nspname, t.typname, e.enumlabel
FROM pg_type t
    JOIN pg_namespace n ON n.oid = t.typnamespace
    LEFT JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typtype = 'e' AND ${scope}
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'e')
ORDER BY n.nspname, t.typname, e.enumsortorder;
