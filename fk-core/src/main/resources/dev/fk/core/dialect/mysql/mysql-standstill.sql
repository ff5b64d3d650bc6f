SELECT CONCAT('connection ', w.id, ', for ', w.time, ' s',
        CASE WHEN w.state LIKE 'Waiting for%' THEN CONCAT(' (', w.state, ')') ELSE '' END, ': ',
        LEFT(REGEXP_REPLACE(COALESCE(w.info, ''), '[[:space:]]+', ' '), 160)) AS statement,
    COALESCE(CONCAT('connection ', h.id,
        COALESCE(CONCAT(', in a transaction since ', TIME(x.trx_started)), ''),
        COALESCE(CONCAT('; its last statement: ', LEFT(REGEXP_REPLACE(
                (SELECT e.sql_text FROM performance_schema.events_statements_current e
                 WHERE e.thread_id = t.thread_id ORDER BY e.event_id DESC LIMIT 1), '[[:space:]]+', ' '), 160)),
            CONCAT('; its statement: ', LEFT(REGEXP_REPLACE(h.info, '[[:space:]]+', ' '), 160)),
            CONCAT(', with no statement for ', h.time, ' s'))), '') AS holder,
    CONCAT('KILL QUERY ', w.id) AS ending
FROM information_schema.processlist w
    LEFT JOIN performance_schema.threads v ON v.processlist_id = w.id
    LEFT JOIN (SELECT requesting_thread_id AS waiting, blocking_thread_id AS holding
               FROM performance_schema.data_lock_waits
               UNION
               SELECT p.owner_thread_id, g.owner_thread_id
               FROM performance_schema.metadata_locks p
                   JOIN performance_schema.metadata_locks g ON g.object_type = p.object_type
                       AND g.object_schema <=> p.object_schema AND g.object_name <=> p.object_name
                       AND g.owner_thread_id <> p.owner_thread_id
               WHERE p.lock_status = 'PENDING' AND g.lock_status = 'GRANTED') l ON l.waiting = v.thread_id
    LEFT JOIN performance_schema.threads t ON t.thread_id = l.holding
    LEFT JOIN information_schema.innodb_trx r ON r.trx_mysql_thread_id = w.id
    LEFT JOIN information_schema.innodb_trx x ON x.trx_mysql_thread_id = t.processlist_id
        OR (@@performance_schema = 0 AND (r.trx_state = 'LOCK WAIT' OR w.state LIKE 'Waiting for%lock')
            AND x.trx_mysql_thread_id <> w.id
            AND x.trx_mysql_thread_id IN (SELECT o.id FROM information_schema.processlist o WHERE o.db = DATABASE()))
    LEFT JOIN information_schema.processlist h ON h.id = COALESCE(t.processlist_id, x.trx_mysql_thread_id)
WHERE w.db = DATABASE()
    AND w.id <> CONNECTION_ID()
    AND w.command IN ('Query', 'Execute')
    AND (h.id IS NOT NULL OR w.time >= 1)
ORDER BY w.time DESC, w.id, x.trx_started, h.id
