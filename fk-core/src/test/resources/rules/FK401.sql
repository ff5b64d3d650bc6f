-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
-- violating postgresql
CREATE TABLE seat (floor int, no int, PRIMARY KEY (floor, no));
CREATE TABLE ticket (no int PRIMARY KEY, floor int NOT NULL, seat int NOT NULL, CONSTRAINT ticket_seat FOREIGN KEY (floor, seat) REFERENCES seat (floor, no));
CREATE INDEX ticket_floor ON ticket (floor);
-- violating mariadb
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
SET foreign_key_checks = 0;
ALTER TABLE chat DROP INDEX chat_room;
-- refused mysql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
SET foreign_key_checks = 0;
ALTER TABLE chat DROP INDEX chat_room;
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, type int, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
CREATE INDEX chat_roomNo ON chat (roomNo, type);
-- clean postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, "roomNo" int, CONSTRAINT chat_room FOREIGN KEY ("roomNo") REFERENCES room (no));
CREATE INDEX chat_roomNo ON chat ("roomNo") WHERE "roomNo" IS NOT NULL;
