-- violating
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
ALTER TABLE chat ADD CONSTRAINT chat_room_2 FOREIGN KEY (roomNo) REFERENCES room (no);
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, roomNo int, nextNo int, CONSTRAINT chat_room FOREIGN KEY (roomNo) REFERENCES room (no));
ALTER TABLE chat ADD CONSTRAINT chat_next FOREIGN KEY (nextNo) REFERENCES room (no);
