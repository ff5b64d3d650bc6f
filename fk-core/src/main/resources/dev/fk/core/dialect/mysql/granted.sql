SELECT table_schema
  FROM information_schema.schema_privileges
 WHERE grantee = concat('''', replace(current_user(), '@', '''@'''), '''')
   AND ? LIKE table_schema
 ORDER BY least(coalesce(nullif(locate('_', replace(replace(table_schema, concat(char(92), '_'), '..'), concat(char(92), '%'), '..')), 0), 128),
                coalesce(nullif(locate('%', replace(replace(table_schema, concat(char(92), '_'), '..'), concat(char(92), '%'), '..')), 0), 128)) DESC
 LIMIT 1
