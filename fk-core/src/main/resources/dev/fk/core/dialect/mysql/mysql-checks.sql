SELECT {number}, tc.table_schema AS s, tc.table_name AS t, tc.constraint_name AS k, cc.check_clause AS clause, tc.enforced,
       'Table' AS level{padding}
  FROM information_schema.table_constraints tc
  JOIN information_schema.check_constraints cc
    ON cc.constraint_schema = tc.constraint_schema
   AND cc.constraint_name = tc.constraint_name
 WHERE tc.table_schema {schemas}
   AND tc.constraint_type = 'CHECK'
