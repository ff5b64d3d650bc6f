SELECT c.oid FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN (SELECT n.oid FROM pg_namespace n WHERE ${scope})
