SELECT {number}, table_schema AS s, table_name AS t, table_type AS kind, engine, table_collation AS collation,
       create_options AS options, table_comment AS comment{padding}
  FROM information_schema.tables
 WHERE table_schema {schemas}
   AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED')
