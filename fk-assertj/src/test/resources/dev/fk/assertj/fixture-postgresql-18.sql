-- What PostgreSQL 18 brought.
CREATE TABLE audit.pledge ("letterNo" integer, FOREIGN KEY ("letterNo") REFERENCES audit.letter (no) NOT ENFORCED);
