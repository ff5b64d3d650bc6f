CREATE VIEW orders_of_customers AS
SELECT email, orders.id FROM customers JOIN orders ON customer_id = customers.id;
