-- The tables of ShopTest: orders() as it left them, on <server>.
CREATE TABLE "customers" ("id" INTEGER NOT NULL, "email" VARCHAR(80) NOT NULL, "remark" TEXT, "invited_by" INTEGER, CONSTRAINT "customers_pkey" PRIMARY KEY ("id"), CONSTRAINT "customers_email_key" UNIQUE ("email"), CONSTRAINT "customers_invited_by_fkey" FOREIGN KEY ("invited_by") REFERENCES "customers" ("id") ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE "orders" ("id" INTEGER NOT NULL, "customer" INTEGER NOT NULL, "note" VARCHAR(20), CONSTRAINT "orders_pkey" PRIMARY KEY ("id"), CONSTRAINT "orders_customer_fkey" FOREIGN KEY ("customer") REFERENCES "customers" ("id") ON DELETE CASCADE ON UPDATE CASCADE);
CREATE TABLE "tickets" ("id" SERIAL, "what" VARCHAR(20), CONSTRAINT "tickets_pkey" PRIMARY KEY ("id"));
