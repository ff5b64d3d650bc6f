SELECT n.nspname AS s, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS o, p.prokind = 'p' AS is_procedure,
       p.prosrc AS body, tn.nspname AS ts, c.relname AS t
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN (pg_trigger g
             JOIN pg_class c ON c.oid = g.tgrelid
             JOIN pg_namespace tn ON tn.oid = c.relnamespace) ON g.tgfoid = p.oid AND NOT g.tgisinternal
 WHERE l.lanname NOT IN ('internal', 'c')
   AND p.prosqlbody IS NULL
   AND NOT EXISTS (SELECT 1 FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
   AND ${scope}
 ORDER BY 1, 2, 5, 6
