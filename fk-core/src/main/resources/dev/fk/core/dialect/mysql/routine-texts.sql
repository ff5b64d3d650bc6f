SELECT {number}, routine_schema AS s, routine_name AS t, routine_type AS kind, routine_definition AS body{padding}
  FROM information_schema.routines
 WHERE routine_schema {schemas}
UNION ALL
SELECT {number}, event_schema AS s, event_name, 'EVENT', event_definition{padding}
  FROM information_schema.events
 WHERE event_schema {schemas}
