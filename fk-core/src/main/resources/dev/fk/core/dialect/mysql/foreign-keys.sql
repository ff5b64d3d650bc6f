SELECT {number}, constraint_schema AS s, table_name AS t, constraint_name AS k, delete_rule, update_rule{padding}
  FROM information_schema.referential_constraints
 WHERE constraint_schema {schemas}
