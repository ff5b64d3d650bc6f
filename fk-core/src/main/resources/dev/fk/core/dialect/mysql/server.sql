-- One row: what the dialect has to know about the server and its databases. Lists are JSON, because group_concat cuts
-- them off at 1024 characters on MySQL, of which the character sets take 975. Of several grants on databases whose names
-- fit, that with the most letters before a wildcard counts, and no other (measured on 9.7.4 and 11.8.9).
SELECT version() AS version,
       database() AS name,
       @@lower_case_table_names AS lower_case_table_names,
       @@sql_mode AS sql_mode,
       @@sql_select_limit AS sql_select_limit,
       @@sql_quote_show_create AS sql_quote_show_create,
       -- a variable of 9.6 that is to go again; whoever asks for one by its name that is not there gets an error
       coalesce(NULL /*!90600 , (SELECT variable_value = 'OFF'
                                   FROM performance_schema.global_variables
                                  WHERE variable_name = 'innodb_native_foreign_keys') */, FALSE) AS foreign_keys_by_sql,
       @@collation_server AS server_collation,
       (SELECT default_collation_name
          FROM information_schema.schemata
         WHERE schema_name = database()) AS collation,
       (SELECT json_arrayagg(concat(character_set_name, '=', default_collate_name))
          FROM information_schema.character_sets) AS collations,
       (SELECT json_arrayagg(concat(schema_name, '=', default_collation_name))
          FROM information_schema.schemata
         WHERE default_collation_name <> @@collation_server
           AND schema_name NOT IN ('mysql', 'information_schema', 'performance_schema', 'sys')) AS other_databases,
       (SELECT count(*)
          FROM information_schema.user_privileges
         WHERE grantee = concat('''', replace(current_user(), '@', '''@'''), '''')
           AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER', 'INDEX', 'REFERENCES'))
       + (SELECT count(*)
            FROM information_schema.schema_privileges
           WHERE grantee = concat('''', replace(current_user(), '@', '''@'''), '''')
             AND table_schema = (SELECT table_schema
                                    FROM information_schema.schema_privileges
                                   WHERE grantee = concat('''', replace(current_user(), '@', '''@'''), '''')
                                     AND database() LIKE table_schema
                                   ORDER BY least(coalesce(nullif(locate('_', replace(replace(table_schema, concat(char(92), '_'), '..'), concat(char(92), '%'), '..')), 0), 128),
                                                  coalesce(nullif(locate('%', replace(replace(table_schema, concat(char(92), '_'), '..'), concat(char(92), '%'), '..')), 0), 128)) DESC
                                   LIMIT 1)
             AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER', 'INDEX', 'REFERENCES'))
         AS privileges_on_all_tables
