-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room int);
ALTER TABLE chat ADD CONSTRAINT chat_room FOREIGN KEY (room) REFERENCES room (no) NOT VALID;
-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
ALTER TABLE room ADD CONSTRAINT room_no CHECK (no > 0) NOT VALID;
-- refused mysql mariadb
CREATE TABLE room (no int PRIMARY KEY);
ALTER TABLE room ADD CONSTRAINT room_no CHECK (no > 0) NOT VALID;
-- clean
CREATE TABLE room (no int PRIMARY KEY, CONSTRAINT room_no CHECK (no > 0));
