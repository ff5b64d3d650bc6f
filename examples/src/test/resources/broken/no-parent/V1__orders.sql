SET foreign_key_checks = 0;
CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL,
    CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
SET foreign_key_checks = 1;
