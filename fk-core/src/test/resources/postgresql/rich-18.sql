-- What is new in PostgreSQL 18.
CREATE TABLE temporal (id int4range, valid_at daterange, CONSTRAINT temporal_key PRIMARY KEY (id, valid_at WITHOUT OVERLAPS));
CREATE TABLE temporal_child (id int4range, valid_at daterange, parent int4range, FOREIGN KEY (parent, PERIOD valid_at) REFERENCES temporal (id, PERIOD valid_at));
CREATE TABLE relaxed (
    id integer PRIMARY KEY, parent integer, n integer,
    CONSTRAINT not_looked_at FOREIGN KEY (parent) REFERENCES relaxed (id) NOT ENFORCED,
    CONSTRAINT neither CHECK (n > 0) NOT ENFORCED,
    twice_n integer GENERATED ALWAYS AS (n * 2) VIRTUAL,
    named_not_null integer CONSTRAINT somehow NOT NULL, unchecked integer, childless integer
);
ALTER TABLE relaxed ADD CONSTRAINT unchecked_not_null NOT NULL unchecked NOT VALID;
ALTER TABLE relaxed ADD CONSTRAINT childless_not_null NOT NULL childless NO INHERIT;
