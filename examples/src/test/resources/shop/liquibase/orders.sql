CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL
);
CREATE INDEX orders_by_customer ON orders (customer_id);
