SELECT {number}, table_schema AS s, table_name AS t, column_name AS c, concat(ordinal_position) AS n, column_type AS type, is_nullable AS nullable,
       column_default AS dflt, extra, collation_name AS collation, column_comment AS comment,
       generation_expression AS computed, NULL AS srid{padding}
  FROM information_schema.columns
 WHERE table_schema {schemas}
