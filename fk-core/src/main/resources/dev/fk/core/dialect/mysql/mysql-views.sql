SELECT {number}, v.table_schema AS s, v.table_name AS t, c.column_name AS c, c.ordinal_position AS n{padding}
  FROM information_schema.views v
  JOIN information_schema.columns c
    ON c.table_schema = v.table_schema
   AND c.table_name = v.table_name
 WHERE v.table_schema {schemas}
