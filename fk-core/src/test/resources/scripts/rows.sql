INSERT INTO author (id) VALUES (1);
INSERT INTO book (title, pages, author_id) VALUES ('a;b', 2, 1)
