-- violating
CREATE TABLE seat (floor int, no int, PRIMARY KEY (floor, no));
CREATE TABLE ticket (no int PRIMARY KEY, floor int, seat int, CONSTRAINT ticket_seat FOREIGN KEY (floor, seat) REFERENCES seat (floor, no));
-- violating
CREATE TABLE seat (floor int, no int, PRIMARY KEY (floor, no));
CREATE TABLE ticket (no int PRIMARY KEY, floor int NOT NULL, seat int, CONSTRAINT ticket_seat FOREIGN KEY (floor, seat) REFERENCES seat (floor, no));
-- clean
CREATE TABLE seat (floor int, no int, PRIMARY KEY (floor, no));
CREATE TABLE ticket (no int PRIMARY KEY, floor int NOT NULL, seat int NOT NULL, CONSTRAINT ticket_seat FOREIGN KEY (floor, seat) REFERENCES seat (floor, no));
-- clean postgresql
CREATE TABLE seat (floor int, no int, PRIMARY KEY (floor, no));
CREATE TABLE ticket (no int PRIMARY KEY, floor int, seat int, CONSTRAINT ticket_seat FOREIGN KEY (floor, seat) REFERENCES seat (floor, no) MATCH FULL);
