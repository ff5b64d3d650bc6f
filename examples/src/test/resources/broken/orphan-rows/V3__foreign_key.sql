-- The orders of last year were never checked.
ALTER TABLE orders
    ADD CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
