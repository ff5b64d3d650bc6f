-- A server that only reads, as replicas do, and sessions, as Connection.setReadOnly has them. MariaDB 12 has more words than ON.
SELECT
    IF(CONCAT(@@GLOBAL.read_only) NOT IN ('0', 'OFF'),
        'the server only reads (read_only), as a replica does',
        'the transaction only reads') AS fact,
    IF(CONCAT(@@GLOBAL.read_only) NOT IN ('0', 'OFF'),
        'Connect to the one that it replicates.',
        'Let it write: Connection.setReadOnly(false), or SET SESSION TRANSACTION READ WRITE.') AS remedy
