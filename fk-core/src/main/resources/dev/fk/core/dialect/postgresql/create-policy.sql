format('CREATE POLICY %I ON %s', p.polname, p.polrelid::regclass)
|| CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
|| CASE p.polcmd WHEN 'r' THEN ' FOR SELECT' WHEN 'a' THEN ' FOR INSERT' WHEN 'w' THEN ' FOR UPDATE'
    WHEN 'd' THEN ' FOR DELETE' ELSE '' END
|| coalesce((SELECT ' TO ' || string_agg(quote_ident(pg_get_userbyid(r)), ', ') FROM unnest(p.polroles) AS r WHERE r <> 0), '')
|| coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
|| coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '')
