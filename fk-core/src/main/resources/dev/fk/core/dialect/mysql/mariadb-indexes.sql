SELECT {number}, table_schema AS s, table_name AS t, index_name AS i, seq_in_index AS n, column_name AS c, NULL AS expression, sub_part AS prefix,
       collation AS direction, concat(non_unique) AS non_unique, index_type AS method, index_comment AS comment, ignored AS hidden{padding}
  FROM information_schema.statistics
 WHERE table_schema {schemas}
