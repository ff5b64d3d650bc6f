SELECT {number}, constraint_schema AS s, table_name AS t, constraint_name AS k, check_clause AS clause, 'YES' AS enforced, level{padding}
  FROM information_schema.check_constraints
 WHERE constraint_schema {schemas}
