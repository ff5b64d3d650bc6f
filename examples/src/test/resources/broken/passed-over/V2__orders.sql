CREATE TABLE orders (
    id integer PRIMARY KEY,
    customer_id integer NOT NULL,
    CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE
) ENGINE = MyISAM;
