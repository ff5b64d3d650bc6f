SELECT CONCAT('connection ', w.id, ', for ', w.time, ' s',
        CASE WHEN w.state LIKE 'Waiting for%' THEN CONCAT(' (', w.state, ')') ELSE '' END, ': ',
        LEFT(REGEXP_REPLACE(COALESCE(w.info, ''), '[[:space:]]+', ' '), 160)) AS statement,
    COALESCE(CONCAT('connection ', h.id, ', in a transaction since ', TIME(x.trx_started),
        COALESCE(CONCAT('; its statement: ', LEFT(REGEXP_REPLACE(h.info, '[[:space:]]+', ' '), 160)),
            CONCAT(', with no statement for ', h.time, ' s'))), '') AS holder,
    CONCAT('KILL QUERY ', w.id) AS ending
FROM information_schema.processlist w
    LEFT JOIN information_schema.innodb_trx r ON r.trx_mysql_thread_id = w.id
    LEFT JOIN information_schema.innodb_lock_waits l ON l.requesting_trx_id = r.trx_id
    LEFT JOIN information_schema.innodb_trx x ON x.trx_id = l.blocking_trx_id
        OR (w.state = 'Waiting for table metadata lock' AND x.trx_mysql_thread_id <> w.id
            AND x.trx_mysql_thread_id IN (SELECT o.id FROM information_schema.processlist o WHERE o.db = DATABASE()))
    LEFT JOIN information_schema.processlist h ON h.id = x.trx_mysql_thread_id
WHERE w.db = DATABASE()
    AND w.id <> CONNECTION_ID()
    AND w.command IN ('Query', 'Execute')
    AND (l.blocking_trx_id IS NOT NULL OR w.time_ms >= 1000)
ORDER BY w.time_ms DESC, w.id, x.trx_started, h.id
