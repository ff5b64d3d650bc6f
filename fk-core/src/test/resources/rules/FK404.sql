-- violating
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE seat (roomNo int, no int, PRIMARY KEY (roomNo, no), CONSTRAINT seat_room FOREIGN KEY (roomNo) REFERENCES room (no));
CREATE TABLE ticket (no int PRIMARY KEY, roomNo int NOT NULL, seatNo int NOT NULL, CONSTRAINT ticket_room FOREIGN KEY (roomNo) REFERENCES room (no), CONSTRAINT ticket_seat FOREIGN KEY (roomNo, seatNo) REFERENCES seat (roomNo, no));
-- clean
CREATE TABLE room (no int PRIMARY KEY);
CREATE TABLE seat (roomNo int, no int, PRIMARY KEY (roomNo, no), CONSTRAINT seat_room FOREIGN KEY (roomNo) REFERENCES room (no));
CREATE TABLE ticket (no int PRIMARY KEY, roomNo int NOT NULL, seatNo int NOT NULL, CONSTRAINT ticket_seat FOREIGN KEY (roomNo, seatNo) REFERENCES seat (roomNo, no));
