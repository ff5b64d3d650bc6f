DO $fk$
DECLARE
    there oid := to_regtype(${name});
BEGIN
    IF there IS NOT NULL AND ARRAY[${labels}]::text[] IS DISTINCT FROM (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = there) THEN
        ALTER TYPE ${type} RENAME TO ${aside};
        there := NULL;
    END IF;
    IF there IS NULL THEN
        CREATE TYPE ${type} AS ENUM (${labels});
    END IF;
END $fk$
