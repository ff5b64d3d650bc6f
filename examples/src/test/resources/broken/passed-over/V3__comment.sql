ALTER TABLE customers ADD COLUMN comment varchar(100);
