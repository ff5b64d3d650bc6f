CREATE TABLE mysql_only (
  a int, b varchar(20), t text DEFAULT ('abc'), j json DEFAULT (json_object('a', 1)), p point NOT NULL SRID 4326,
  KEY functional ((a + 1), b), UNIQUE KEY lowered ((lower(b))), KEY unseen (a) INVISIBLE,
  CONSTRAINT unchecked CHECK (a > 0) NOT ENFORCED
);
