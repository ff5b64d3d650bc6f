-- The parent comes later, or never.
CREATE TABLE orders (
    id INTEGER PRIMARY KEY,
    nobody_id INTEGER REFERENCES nobody (id)
);
