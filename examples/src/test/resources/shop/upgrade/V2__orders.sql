CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER
);
