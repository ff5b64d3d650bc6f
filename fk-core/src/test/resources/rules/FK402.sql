-- violating postgresql
CREATE TABLE room (no bigint PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
-- violating mysql mariadb
CREATE TABLE room (no decimal(10, 2) PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo decimal(10, 3), CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
-- violating
CREATE TABLE room (code varchar(20) PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room varchar(45), CONSTRAINT chat_room FOREIGN KEY (room) REFERENCES room (code));
-- clean
CREATE TABLE room (code varchar(20) PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room varchar(20), CONSTRAINT chat_room FOREIGN KEY (room) REFERENCES room (code));
