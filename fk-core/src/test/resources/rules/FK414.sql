-- violating
CREATE TABLE note (text varchar(9));
-- violating
CREATE TABLE note (no int NOT NULL, text varchar(9), CONSTRAINT note_no UNIQUE (no));
-- clean
CREATE TABLE note (no int PRIMARY KEY);
