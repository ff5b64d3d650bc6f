-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int REFERENCES room (no));
ALTER TABLE chat ADD FOREIGN KEY (roomNo) REFERENCES room (no);
-- violating mysql mariadb
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, FOREIGN KEY (roomNo) REFERENCES room (no));
-- violating mysql mariadb
CREATE TABLE room (no int PRIMARY KEY, code int, UNIQUE (code), KEY (code, no));
-- violating mysql mariadb
CREATE TABLE room (no int, code int, CHECK (code > 0), CHECK (code < no));
-- clean
CREATE TABLE room (no int PRIMARY KEY, code int, CONSTRAINT room_code_positive CHECK (code > 0));
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
-- clean postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int REFERENCES room (no));
