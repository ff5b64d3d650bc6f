-- One customer; the semicolon here; ends nothing.
INSERT INTO customers (id, email) VALUES (1, 'ann;o''neil@example.org');
INSERT INTO orders (id, customer_id)
VALUES (10, 1), (11, 1);
