INSERT INTO customers (id, email) VALUES (0, 'nobody@example.org');
UPDATE orders SET customer_id = 0 WHERE customer_id IS NULL;
ALTER TABLE orders
    ADD CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id);
