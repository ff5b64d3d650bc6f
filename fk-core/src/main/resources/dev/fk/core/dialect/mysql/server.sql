-- One row: what the dialect has to know about the server and the current database.
SELECT version() AS version,
       database() AS name,
       @@lower_case_table_names AS lower_case_table_names,
       @@sql_mode AS sql_mode,
       (SELECT default_collation_name
          FROM information_schema.schemata
         WHERE schema_name = database()) AS collation,
       (SELECT group_concat(character_set_name, '=', default_collate_name ORDER BY character_set_name)
          FROM information_schema.character_sets) AS collations
