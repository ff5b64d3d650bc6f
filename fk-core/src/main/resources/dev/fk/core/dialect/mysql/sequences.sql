SELECT {number}, table_schema AS s, table_name AS t, table_type AS kind{padding}
  FROM information_schema.tables
 WHERE table_schema {schemas}
   AND table_type = 'SEQUENCE'
