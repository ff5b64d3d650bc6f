-- violating postgresql
CREATE TABLE participants (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, "participantNo" int);
-- violating mysql mariadb
CREATE TABLE participants (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, participantNo int);
-- violating
CREATE TABLE app_country (id int PRIMARY KEY);
CREATE TABLE app_city (id int PRIMARY KEY, country_id int NOT NULL);
-- clean
CREATE TABLE participants (no int PRIMARY KEY);
CREATE TABLE chat (chat_id int PRIMARY KEY, external_id int, participant_no int, CONSTRAINT chat_participant FOREIGN KEY (participant_no) REFERENCES participants (no));
