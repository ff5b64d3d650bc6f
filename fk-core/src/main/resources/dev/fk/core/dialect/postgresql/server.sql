SELECT current_setting('server_version') AS version, current_database() AS database,
    coalesce(current_schema(), 'public') AS schema, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collation
FROM pg_database d
WHERE d.datname = current_database()
