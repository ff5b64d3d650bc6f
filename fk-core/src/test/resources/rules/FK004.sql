-- refused postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo text REFERENCES room (no));
-- refused mysql
SET foreign_key_checks = 0;
CREATE TABLE chat (no int PRIMARY KEY, roomNo int unsigned, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
CREATE TABLE room (no int PRIMARY KEY);
-- violating mariadb
SET foreign_key_checks = 0;
CREATE TABLE chat (no int PRIMARY KEY, roomNo int unsigned, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
CREATE TABLE room (no int PRIMARY KEY);
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
