-- violating mysql: FK006
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int DEFAULT 1, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET DEFAULT);
-- violating mariadb: FK217
SET foreign_key_checks = 0;
CREATE TABLE chat (no int PRIMARY KEY, roomCode varchar(9) COLLATE utf8mb4_bin, CONSTRAINT chat_room FOREIGN KEY (roomCode) REFERENCES room (code));
CREATE TABLE room (code varchar(9) COLLATE utf8mb4_general_ci PRIMARY KEY);
-- refused postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, fileNo int, roomNo int GENERATED ALWAYS AS (no) STORED, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL);
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int DEFAULT 1, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL);
