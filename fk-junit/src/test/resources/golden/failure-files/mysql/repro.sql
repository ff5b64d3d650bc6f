-- ShopTest: orders() on <server>. Run it in an empty database:
--   mysql -e 'CREATE DATABASE repro' && mysql --force repro < repro.sql
-- The tables as declared; views, triggers and routines are not in it.
SET NAMES utf8mb4;
SET time_zone = <setting>;
SET sql_mode = <setting>;
SET @fk_sql_mode = @@sql_mode, sql_mode = CONCAT(REPLACE(REPLACE(REPLACE(@@sql_mode, 'NO_ZERO_IN_DATE', ''), 'NO_ZERO_DATE', ''), 'TRADITIONAL', ''), ',ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO');
CREATE TABLE `customers` (`id` INTEGER NOT NULL, `email` VARCHAR(80) NOT NULL, `remark` TEXT, `invited_by` INTEGER, PRIMARY KEY (`id`), UNIQUE `email` (`email`), INDEX `invited_by` (`invited_by`)) ENGINE=InnoDB;
CREATE TABLE `orders` (`id` INTEGER NOT NULL, `customer` INTEGER NOT NULL, PRIMARY KEY (`id`), INDEX `customer` (`customer`)) ENGINE=InnoDB;
CREATE TABLE `tickets` (`id` INTEGER NOT NULL auto_increment, `what` VARCHAR(20), PRIMARY KEY (`id`)) ENGINE=InnoDB;
INSERT INTO `customers` (`id`, `email`, `remark`, `invited_by`) VALUES
    ('1', 'ann@example.org', 'says ''hello''', '2'),
    ('2', 'bob@example.org', 'a \\ and
a second line', '1');
INSERT INTO `tickets` (`id`, `what`) VALUES
    ('1', 'a generated key');
SET sql_mode = @fk_sql_mode;
ALTER TABLE `customers` ADD CONSTRAINT `customers_ibfk_1` FOREIGN KEY (`invited_by`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `orders` ADD CONSTRAINT `orders_ibfk_1` FOREIGN KEY (`customer`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- What the test executed, as far as it used connections of fk's.
INSERT INTO orders (id, customer) VALUES (7, 1);
INSERT INTO orders (id, customer) VALUES (8, 1);
INSERT INTO orders (id, customer) VALUES (9, 1);
BEGIN;
UPDATE customers SET remark = 'what?' WHERE id = 2;
INSERT INTO tickets (what) VALUES ('the next one');
COMMIT;
ALTER TABLE orders ADD COLUMN note VARCHAR(20);
-- failed: Table '<database>.nowhere' doesn't exist
DELETE FROM nowhere;
