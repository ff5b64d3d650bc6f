-- violating postgresql since 18
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, room int, CONSTRAINT chat_room FOREIGN KEY (room) REFERENCES room (no) NOT ENFORCED);
-- violating mysql
CREATE TABLE room (no int PRIMARY KEY, CONSTRAINT room_no CHECK (no > 0) NOT ENFORCED);
-- refused mariadb
CREATE TABLE room (no int PRIMARY KEY, CONSTRAINT room_no CHECK (no > 0) NOT ENFORCED);
-- clean
CREATE TABLE room (no int PRIMARY KEY, CONSTRAINT room_no CHECK (no > 0));
