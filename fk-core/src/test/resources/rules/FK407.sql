-- violating
CREATE TABLE folder (no int PRIMARY KEY, parent int, CONSTRAINT folder_parent FOREIGN KEY (parent) REFERENCES folder (no));
-- clean
CREATE TABLE folder (no int PRIMARY KEY, parent int, CONSTRAINT folder_parent FOREIGN KEY (parent) REFERENCES folder (no) ON DELETE CASCADE);
-- clean postgresql
CREATE TABLE folder (no int PRIMARY KEY, parent int, CONSTRAINT folder_parent FOREIGN KEY (parent) REFERENCES folder (no) ON DELETE RESTRICT);
