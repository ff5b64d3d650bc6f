INSERT INTO book (author_id) VALUES (2);
