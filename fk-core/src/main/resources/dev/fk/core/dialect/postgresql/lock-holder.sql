select concat('connection ', a.pid, ' of ', coalesce(a.usename, 'a user that is not shown'),
              coalesce(' from ' || host(a.client_addr), ' on the same machine'),
              ' (' || nullif(a.application_name, '') || ')',
              to_char(a.backend_start, '", connected since" HH24:MI:SS')) as description,
       concat('SELECT pg_terminate_backend(', a.pid, ')') as ending
from pg_locks l
join pg_stat_activity a on a.pid = l.pid
where l.locktype = 'advisory'
  and l.database = (select oid from pg_database where datname = current_database())
  and l.classid = 26219 and l.objid = 1 and l.objsubid = 2
  and l.granted
