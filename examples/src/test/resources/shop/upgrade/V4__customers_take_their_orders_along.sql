ALTER TABLE orders DROP CONSTRAINT orders_of_customer;
ALTER TABLE orders
    ADD CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE;
