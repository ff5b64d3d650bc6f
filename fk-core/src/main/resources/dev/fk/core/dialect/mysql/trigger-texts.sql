SELECT {number}, event_object_schema AS s, event_object_table AS t, trigger_name AS k, action_statement AS body{padding}
  FROM information_schema.triggers
 WHERE event_object_schema {schemas}
