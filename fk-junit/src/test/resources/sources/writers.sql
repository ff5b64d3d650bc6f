-- two of them
INSERT INTO writer (name) VALUES ('Ann'), ('Bob');
