-- ShopTest: orders() on <server>. Run it in an empty database:
--   createdb repro && psql -d repro -f repro.sql
-- The tables as declared; views, triggers and routines are not in it.
SET client_encoding = 'UTF8';
SET TimeZone = <setting>;
CREATE TABLE "customers" ("id" INTEGER NOT NULL, "email" VARCHAR(80) NOT NULL, "remark" TEXT, "invited_by" INTEGER, CONSTRAINT "customers_pkey" PRIMARY KEY ("id"), CONSTRAINT "customers_email_key" UNIQUE ("email"));
CREATE TABLE "orders" ("id" INTEGER NOT NULL, "customer" INTEGER NOT NULL, CONSTRAINT "orders_pkey" PRIMARY KEY ("id"));
CREATE TABLE "tickets" ("id" SERIAL, "what" VARCHAR(20), CONSTRAINT "tickets_pkey" PRIMARY KEY ("id"));
INSERT INTO "customers" ("id", "email", "remark", "invited_by") VALUES
    ('1', 'ann@example.org', 'says ''hello''', '2'),
    ('2', 'bob@example.org', 'a \ and
a second line', '1');
INSERT INTO "tickets" ("id", "what") VALUES
    ('1', 'a generated key');
ALTER TABLE "customers" ADD CONSTRAINT "customers_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "customers" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_fkey" FOREIGN KEY ("customer") REFERENCES "customers" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
SELECT setval(pg_get_serial_sequence('tickets', 'id'), 1);

-- What the test executed, as far as it used connections of fk's.
INSERT INTO orders (id, customer) VALUES (7, 1);
INSERT INTO orders (id, customer) VALUES (8, 1);
INSERT INTO orders (id, customer) VALUES (9, 1);
BEGIN;
UPDATE customers SET remark = 'what?' WHERE id = 2;
INSERT INTO tickets (what) VALUES ('the next one');
COMMIT;
ALTER TABLE orders ADD COLUMN note VARCHAR(20);
-- failed: ERROR: relation "nowhere" does not exist
--   Position: 13
DELETE FROM nowhere;
