-- What tables may use without fk creating it.
CREATE SCHEMA audit;
CREATE SCHEMA "Odd ""Schema";
CREATE DOMAIN positive AS integer DEFAULT 1 CHECK (VALUE > 0);
CREATE DOMAIN audit.label AS varchar(10) COLLATE "C";
CREATE TYPE address AS (street text, zip varchar(5));
CREATE TYPE span AS RANGE (subtype = float8);
CREATE SEQUENCE shared;
CREATE COLLATION audit.numeric_order (provider = icu, locale = 'en-u-kn-true');
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 * 2;
