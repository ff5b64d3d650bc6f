SELECT event_object_schema AS s, event_object_table AS t, trigger_name AS n, action_timing AS timing,
       event_manipulation AS event
  FROM information_schema.triggers
 WHERE event_object_schema {schemas}
 ORDER BY event_object_schema, event_object_table, trigger_name
