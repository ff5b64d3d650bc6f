-- violating
CREATE TABLE chat (no int PRIMARY KEY, room int, type int);
CREATE INDEX chat_a ON chat (room);
CREATE INDEX chat_b ON chat (room, type);
-- violating
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE seat (room int NOT NULL, no int NOT NULL, PRIMARY KEY (room, no), CONSTRAINT seat_room FOREIGN KEY (room) REFERENCES room (no));
CREATE INDEX seat_room_idx ON seat (room);
-- clean
CREATE TABLE chat (no int PRIMARY KEY, room int, type int);
CREATE UNIQUE INDEX chat_a ON chat (room);
CREATE INDEX chat_b ON chat (room, type);
CREATE INDEX chat_c ON chat (type, room);
