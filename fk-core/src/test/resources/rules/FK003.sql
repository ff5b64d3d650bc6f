-- violating mysql
/*!80400 SET SESSION restrict_fk_on_non_standard_key = OFF */;
CREATE TABLE room (no int PRIMARY KEY, code int NOT NULL, KEY room_code (code));
CREATE TABLE chat (no int PRIMARY KEY, roomCode int, CONSTRAINT chat_room FOREIGN KEY (roomCode) REFERENCES room (code));
-- violating mariadb
CREATE TABLE room (no int PRIMARY KEY, code int NOT NULL, KEY room_code (code));
CREATE TABLE chat (no int PRIMARY KEY, roomCode int, CONSTRAINT chat_room FOREIGN KEY (roomCode) REFERENCES room (code));
-- refused postgresql
CREATE TABLE room (no int PRIMARY KEY, code int NOT NULL);
CREATE TABLE chat (no int PRIMARY KEY, roomCode int REFERENCES room (code));
-- clean
CREATE TABLE room (no int PRIMARY KEY, code int NOT NULL UNIQUE);
CREATE TABLE chat (no int PRIMARY KEY, roomCode int, CONSTRAINT chat_room FOREIGN KEY (roomCode) REFERENCES room (code));
