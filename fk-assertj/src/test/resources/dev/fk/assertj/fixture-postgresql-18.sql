-- What PostgreSQL 18 brought.
CREATE TABLE audit.pledge (
    "letterNo" integer UNIQUE NULLS NOT DISTINCT,
    amount integer,
    half integer GENERATED ALWAYS AS (amount / 2) VIRTUAL,
    CONSTRAINT pledge_promise CHECK (amount > 0) NOT ENFORCED,
    FOREIGN KEY ("letterNo") REFERENCES audit.letter (no) NOT ENFORCED
);
