-- violating
CREATE TABLE person (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, owner int, CONSTRAINT chat_owner FOREIGN KEY (owner) REFERENCES person (no) ON DELETE CASCADE);
CREATE TABLE message (no int PRIMARY KEY, chat int, author int, CONSTRAINT message_chat FOREIGN KEY (chat) REFERENCES chat (no) ON DELETE CASCADE, CONSTRAINT message_author FOREIGN KEY (author) REFERENCES person (no) ON DELETE CASCADE);
-- violating
CREATE TABLE person (no int PRIMARY KEY);
CREATE TABLE letter (no int PRIMARY KEY, author int, reader int, CONSTRAINT letter_author FOREIGN KEY (author) REFERENCES person (no) ON DELETE CASCADE, CONSTRAINT letter_reader FOREIGN KEY (reader) REFERENCES person (no) ON DELETE CASCADE);
-- clean
CREATE TABLE person (no int PRIMARY KEY);
CREATE TABLE chat (no int PRIMARY KEY, owner int, CONSTRAINT chat_owner FOREIGN KEY (owner) REFERENCES person (no) ON DELETE CASCADE);
CREATE TABLE message (no int PRIMARY KEY, chat int, author int, CONSTRAINT message_chat FOREIGN KEY (chat) REFERENCES chat (no) ON DELETE CASCADE, CONSTRAINT message_author FOREIGN KEY (author) REFERENCES person (no));
