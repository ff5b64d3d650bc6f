SELECT {number}, table_schema AS s, table_name AS t, constraint_name AS k, column_name AS c, ordinal_position AS n,
       referenced_table_schema AS rs, referenced_table_name AS rt, referenced_column_name AS rc{padding}
  FROM information_schema.key_column_usage
 WHERE table_schema {schemas}
   AND referenced_table_name IS NOT NULL
