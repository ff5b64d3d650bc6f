SELECT 'view' AS kind, n.nspname AS s, c.relname AS o, NULL AS t, (c.relkind = 'm')::text AS a, a.attname::text AS b,
       a.attnum::int AS p, NULL AS c
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
 WHERE c.relkind IN ('v', 'm') AND ${scope}
UNION ALL
SELECT 'sequence', n.nspname, c.relname, NULL, s.seqstart::text, s.seqincrement::text, 0, s.seqcycle::text
  FROM pg_sequence s
  JOIN pg_class c ON c.oid = s.seqrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT EXISTS (SELECT 1 FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                      AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0)
   AND ${scope}
UNION ALL
SELECT 'trigger', n.nspname, t.tgname, c.relname, t.tgtype::text, t.tgenabled::text, 0, NULL
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND ${scope}
 ORDER BY 1, 2, 3, 4, 7
