CREATE TABLE orders (id integer AUTO_INCREMENT PRIMARY KEY, customer_id integer NOT NULL,
    FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE);
