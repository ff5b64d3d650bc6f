-- MariaDB 11.8.9 opens the tables of all databases where its optimizer sees that both schemas are the same.
SELECT {number}, v.table_schema AS s, v.table_name AS t, c.column_name AS c, c.ordinal_position AS n{padding}
  FROM information_schema.views v
  JOIN information_schema.columns c
    ON concat(c.table_schema) = concat(v.table_schema)
   AND c.table_name = v.table_name
 WHERE v.table_schema {schemas}
   AND c.table_schema {schemas}
