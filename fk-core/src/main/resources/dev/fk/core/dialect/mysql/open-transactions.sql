SELECT '' AS tables, p.id, x.trx_started AS since,
    CONCAT('connection ', p.id, ' of ', p.user, ' from ', p.host, ', in a transaction since ', TIME(x.trx_started),
        COALESCE(CONCAT('; its statement: ', LEFT(REGEXP_REPLACE(p.info, '[[:space:]]+', ' '), 160)),
            CONCAT(', with no statement for ', p.time, ' s'))) AS holder
FROM information_schema.innodb_trx x JOIN information_schema.processlist p ON p.id = x.trx_mysql_thread_id
