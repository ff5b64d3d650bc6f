SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), %s)', d.refobjid::regclass, a.attname,
    pg_sequence_last_value(s.seqrelid)) AS statement
FROM pg_sequence s
    JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.objsubid = 0
        AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
    JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
WHERE d.refobjid IN (${tables}) AND pg_sequence_last_value(s.seqrelid) IS NOT NULL
ORDER BY d.refobjid, d.refobjsubid
