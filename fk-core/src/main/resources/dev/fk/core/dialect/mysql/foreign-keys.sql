SELECT constraint_schema AS s, table_name AS t, constraint_name AS k, delete_rule, update_rule
  FROM information_schema.referential_constraints
 WHERE constraint_schema {schemas}
