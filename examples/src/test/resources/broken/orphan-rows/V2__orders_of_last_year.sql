INSERT INTO customers (id, email) VALUES (1, 'ann@example.org');
INSERT INTO orders (id, customer_id)
VALUES (10, 1), (11, 7);
