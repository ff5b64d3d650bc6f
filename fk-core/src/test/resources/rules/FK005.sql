-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int NOT NULL, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL);
-- violating postgresql
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY REFERENCES room (no) ON DELETE SET NULL);
-- refused mysql mariadb
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int NOT NULL, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL);
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL);
