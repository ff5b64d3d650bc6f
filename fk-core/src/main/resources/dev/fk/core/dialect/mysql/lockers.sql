SELECT a.tables, a.holder, CONCAT('KILL ', a.id) AS ending
FROM (
${lockers}
) a
WHERE a.id <> CONNECTION_ID()
ORDER BY a.since, a.id
