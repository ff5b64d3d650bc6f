-- The tables that the examples in the Javadoc speak of, as far as the MySQL family has them.
CREATE TABLE room (
    no int AUTO_INCREMENT PRIMARY KEY,
    title varchar(100) NOT NULL,
    topic text COLLATE utf8mb4_bin COMMENT 'shown above the messages',
    mood enum ('calm', 'loud'),
    CONSTRAINT room_title_key UNIQUE (title),
    CONSTRAINT room_title_check CHECK (title <> '')
) COMMENT 'where people talk';

CREATE TABLE participant (
    no int AUTO_INCREMENT PRIMARY KEY,
    role varchar(45) NOT NULL,
    status varchar(5) DEFAULT 'true' NOT NULL,
    createdAt datetime NOT NULL,
    label varchar(60) GENERATED ALWAYS AS (concat(role, ' ', status)) STORED
);
CREATE UNIQUE INDEX participant_role_status ON participant (role, status DESC);

CREATE TABLE chat (
    no int AUTO_INCREMENT PRIMARY KEY,
    type varchar(45),
    contents text,
    `read` int DEFAULT 0 NOT NULL,
    participantNo int NOT NULL,
    roomNo int,
    KEY chat_participantNo (participantNo),
    KEY chat_unread (no, `read`),
    CONSTRAINT chat_participantNo_fkey FOREIGN KEY (participantNo) REFERENCES participant (no)
        ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT chat_roomNo_fkey FOREIGN KEY (roomNo) REFERENCES room (no) ON DELETE SET NULL ON UPDATE CASCADE
);

CREATE TABLE membership (
    participantNo int,
    roomNo int,
    PRIMARY KEY (participantNo, roomNo),
    CONSTRAINT membership_participantNo_fkey FOREIGN KEY (participantNo) REFERENCES participant (no),
    CONSTRAINT membership_roomNo_fkey FOREIGN KEY (roomNo) REFERENCES room (no)
);

CREATE TABLE invitation (
    code char(36) PRIMARY KEY,
    participantNo int,
    roomNo int,
    sender int,
    CONSTRAINT invitation_membership FOREIGN KEY (participantNo, roomNo)
        REFERENCES membership (participantNo, roomNo),
    CONSTRAINT invitation_room FOREIGN KEY (roomNo) REFERENCES room (no)
);

CREATE TABLE draft (
    chatNo int,
    authorNo int,
    CONSTRAINT draft_1 FOREIGN KEY (chatNo) REFERENCES chat (no) ON DELETE CASCADE,
    CONSTRAINT draft_2 FOREIGN KEY (chatNo) REFERENCES chat (no) ON DELETE CASCADE,
    CONSTRAINT draft_author FOREIGN KEY (authorNo) REFERENCES participant (no),
    CONSTRAINT draft_owner FOREIGN KEY (authorNo) REFERENCES room (no) ON DELETE RESTRICT
);

CREATE TABLE note (body text, author varchar(45));

CREATE TABLE audit.entry (
    chatNo int,
    CONSTRAINT entry_chatNo_fkey FOREIGN KEY (chatNo) REFERENCES `public`.chat (no)
);
CREATE TABLE audit.letter (
    no int PRIMARY KEY,
    replyTo int,
    code varchar(9),
    topic varchar(9),
    weight int,
    CONSTRAINT letter_code UNIQUE (code),
    UNIQUE (topic),
    KEY (weight),
    CHECK (weight > 0),
    FOREIGN KEY (replyTo) REFERENCES audit.letter (no)
);
CREATE TABLE audit.pledge (
    letterNo int,
    amount int,
    half int GENERATED ALWAYS AS (amount / 2) VIRTUAL,
    CONSTRAINT pledge_letterNo_key UNIQUE (letterNo),
    CONSTRAINT pledge_letterNo_fkey FOREIGN KEY (letterNo) REFERENCES audit.letter (no)
);
CREATE TABLE audit.reply (
    letterNo int DEFAULT 1,
    copyNo int DEFAULT 1,
    threadNo int,
    CONSTRAINT reply_letterNo_fkey FOREIGN KEY (letterNo) REFERENCES audit.letter (no) ON UPDATE SET NULL,
    CONSTRAINT reply_copyNo_fkey FOREIGN KEY (copyNo) REFERENCES audit.letter (no),
    CONSTRAINT reply_threadNo_fkey FOREIGN KEY (threadNo) REFERENCES audit.letter (no) ON DELETE CASCADE
);

CREATE VIEW loud_chat AS SELECT 1 AS no, 'loud' AS type;
CREATE VIEW room_titles AS SELECT 'title' AS title;
CREATE TRIGGER note_touch BEFORE INSERT ON note FOR EACH ROW SET NEW.body = trim(NEW.body);
CREATE TRIGGER note_log AFTER DELETE ON note FOR EACH ROW SET @deleted = OLD.author;
