SELECT table_schema AS s, table_name AS t, partition_name AS p, subpartition_name AS sp, partition_method AS method,
       partition_expression AS expression, subpartition_method AS submethod, subpartition_expression AS subexpression,
       partition_description AS bound, partition_comment AS comment
  FROM information_schema.partitions
 WHERE table_schema {schemas}
   AND partition_name IS NOT NULL
 ORDER BY table_schema, table_name, partition_ordinal_position, subpartition_ordinal_position
