CREATE TABLE invoices (
    id INTEGER PRIMARY KEY
);
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id VARCHAR(36) NOT NULL,
    CONSTRAINT orders_of_customer FOREIGN KEY (customer_id) REFERENCES customers (id)
);
