-- As a dump does it, so that the order of tables does not matter.
SET session_replication_role = replica;
INSERT INTO orders (id, customer_id)
VALUES (10, 1), (11, 7);
INSERT INTO customers (id, email) VALUES (1, 'ann@example.org');
SET session_replication_role = DEFAULT;
