SELECT table_schema AS s, table_name AS t, view_definition AS body
  FROM information_schema.views
 WHERE table_schema {schemas}
