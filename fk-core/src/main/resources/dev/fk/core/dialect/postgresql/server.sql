SELECT current_setting('server_version') AS version, current_database() AS database,
    coalesce(
        current_schema(),
        -- of those that the user may not use, the server says nothing
        (SELECT p.name
         FROM (SELECT btrim(s.name, ' "'), s.i
               FROM unnest(string_to_array(current_setting('search_path'), ',')) WITH ORDINALITY s (name, i)) p (name, i)
             LEFT JOIN pg_namespace n ON n.nspname = p.name
         WHERE p.name NOT IN ('$user', '')
         ORDER BY n.oid IS NULL, p.i
         LIMIT 1),
        'public') AS schema, pg_encoding_to_char(d.encoding) AS encoding, d.datcollate AS collation,
    current_setting('standard_conforming_strings')::boolean AS plain_backslashes,
    current_setting('quote_all_identifiers')::boolean AS quotes_all_names
FROM pg_database d
WHERE d.datname = current_database()
