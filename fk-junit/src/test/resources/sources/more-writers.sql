INSERT INTO writer (name) VALUES ('Cleo');
