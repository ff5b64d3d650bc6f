SELECT {number}, table_schema AS s, table_name AS t, view_definition AS body{padding}
  FROM information_schema.views
 WHERE table_schema {schemas}
