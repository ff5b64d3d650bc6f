-- As a dump does it, so that the order of tables does not matter.
SET foreign_key_checks = 0;
INSERT INTO orders (id, customer_id)
VALUES (10, 1), (11, 7);
INSERT INTO customers (id, email) VALUES (1, 'ann@example.org');
SET foreign_key_checks = 1;
