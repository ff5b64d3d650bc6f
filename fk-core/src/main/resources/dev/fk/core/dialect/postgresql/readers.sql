-- A standby, sessions that begin so (by a URL, a role, a database, a file), and transactions, as Connection.setReadOnly has them.
SELECT
    CASE
        WHEN pg_is_in_recovery() THEN 'the server is a standby, which only reads'
        WHEN s.setting = 'on' THEN format('default_transaction_read_only is on in this session (%s)', s.source)
        ELSE 'the transaction only reads'
    END AS fact,
    CASE
        WHEN pg_is_in_recovery() THEN 'Connect to its primary.'
        WHEN s.setting = 'on' THEN 'Turn it off for this session, or take another one.'
        ELSE 'Let it write: Connection.setReadOnly(false), or BEGIN READ WRITE.'
    END AS remedy
FROM pg_settings s
WHERE s.name = 'default_transaction_read_only'
