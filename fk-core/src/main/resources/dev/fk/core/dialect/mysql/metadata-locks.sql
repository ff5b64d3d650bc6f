SELECT k.tables, t.processlist_id AS id, x.trx_started AS since,
    CONCAT('connection ', t.processlist_id, ' of ', t.processlist_user, ' from ', t.processlist_host,
        COALESCE(CONCAT(', in a transaction since ', TIME(x.trx_started)), ''),
        COALESCE(CONCAT('; its last statement: ', LEFT(REGEXP_REPLACE(
            (SELECT e.sql_text FROM performance_schema.events_statements_current e
             WHERE e.thread_id = t.thread_id ORDER BY e.event_id DESC LIMIT 1), '[[:space:]]+', ' '), 160)), '')) AS holder
FROM (SELECT m.owner_thread_id AS thread_id, GROUP_CONCAT(DISTINCT m.object_name ORDER BY 1 SEPARATOR ', ') AS tables
      FROM performance_schema.metadata_locks m
      WHERE m.object_type = 'TABLE' AND m.lock_status = 'GRANTED'
          AND (m.object_schema, m.object_name) IN (${tables})
      GROUP BY m.owner_thread_id) k
    JOIN performance_schema.threads t ON t.thread_id = k.thread_id
    LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id = t.processlist_id
