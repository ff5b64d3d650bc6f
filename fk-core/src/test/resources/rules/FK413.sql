-- violating
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room int, CONSTRAINT chat_room FOREIGN KEY (room) REFERENCES room (no));
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room int, CONSTRAINT fk_chat_room FOREIGN KEY (room) REFERENCES room (no));
