-- A table has at most 8192 partitions, those of partitions included.
SELECT {number}, table_schema AS s, table_name AS t,
       partition_ordinal_position * 10000 + coalesce(subpartition_ordinal_position, 0) AS n,
       partition_name AS p, partition_method AS method,
       partition_expression AS expression, subpartition_method AS submethod, subpartition_expression AS subexpression,
       partition_description AS bound, partition_comment AS comment{padding}
  FROM information_schema.partitions
 WHERE table_schema {schemas}
   AND partition_name IS NOT NULL
