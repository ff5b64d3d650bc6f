-- violating
CREATE TABLE chat (no int PRIMARY KEY, room int);
CREATE INDEX chat_a ON chat (room);
CREATE INDEX chat_b ON chat (room);
-- violating
CREATE TABLE chat (no int PRIMARY KEY, room int);
CREATE INDEX chat_no ON chat (no);
-- clean
CREATE TABLE chat (no int PRIMARY KEY, room int);
CREATE INDEX chat_a ON chat (room, no);
