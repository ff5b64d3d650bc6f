-- A library; with a trigger.
/*!40101 SET NAMES utf8mb4 */;
CREATE TABLE author (
    id INTEGER PRIMARY KEY
);
CREATE TABLE book (
    title VARCHAR(80) PRIMARY KEY, # the semicolon; of a comment
    pages INTEGER NOT NULL,
    author_id INTEGER NOT NULL,
    FOREIGN KEY (author_id) REFERENCES author (id)
);
CREATE TRIGGER more_pages BEFORE INSERT ON book FOR EACH ROW
BEGIN
    IF NEW.pages > 0 THEN
        SET NEW.pages = NEW.pages + CASE WHEN TRUE THEN 1 ELSE 0 END;
    END IF;
END;
