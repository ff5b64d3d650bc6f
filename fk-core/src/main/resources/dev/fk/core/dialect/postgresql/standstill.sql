select concat('connection ', a.pid, ' (' || nullif(a.application_name, '') || ')',
              to_char(a.query_start, '", since" HH24:MI:SS'),
              ': ' || left(regexp_replace(trim(a.query), '\s+', ' ', 'g'), 160)) as statement,
       concat('connection ' || h.pid, ' (' || nullif(h.application_name, '') || ')',
              to_char(h.xact_start, '", in a transaction since" HH24:MI:SS'),
              case when h.state <> 'active' then '; its last statement: ' else '; its statement: ' end
              || left(regexp_replace(trim(h.query), '\s+', ' ', 'g'), 160)) as holder,
       concat('SELECT pg_cancel_backend(', a.pid, ')') as ending
from pg_stat_activity a
left join lateral unnest(pg_blocking_pids(a.pid)) b(pid) on true
left join pg_stat_activity h on h.pid = b.pid
where a.datname = current_database()
  and a.pid <> pg_backend_pid()
  and a.backend_type = 'client backend'
  and a.state = 'active'
  and (b.pid is not null or clock_timestamp() - a.query_start > interval '1 second')
order by a.query_start, a.pid, h.xact_start, h.pid
