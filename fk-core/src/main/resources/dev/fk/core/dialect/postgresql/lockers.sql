select k.tables,
       concat('connection ', a.pid, ' of ', coalesce(a.usename, 'a user that is not shown'),
              coalesce(' from ' || host(a.client_addr), ' on the same machine'),
              ' (' || nullif(a.application_name, '') || ')',
              to_char(a.xact_start, '", in a transaction since" HH24:MI:SS'),
              '; its last statement: ' || left(regexp_replace(trim(a.query), '\s+', ' ', 'g'), 160)) as holder,
       concat('SELECT pg_terminate_backend(', a.pid, ')') as ending
from (select l.pid, string_agg(distinct coalesce(c.oid::regclass::text, 'something new'), ', ') as tables
      from pg_locks l
      left join pg_class c on c.oid = l.relation
      where l.locktype = 'relation'
        and l.database = (select oid from pg_database where datname = current_database())
        and l.granted
        and l.pid <> pg_backend_pid()
        and (c.relkind in ('r', 'p') or c.oid is null)
        and ${kept}
      group by l.pid) k
join pg_stat_activity a on a.pid = k.pid and a.backend_type = 'client backend'
order by a.xact_start, a.pid
