-- Here every check holds for all rows, but a foreign key can lose its index.
ALTER TABLE invitation ADD CONSTRAINT invitation_code_check CHECK (sender > 0);
SET foreign_key_checks = 0;
ALTER TABLE audit.entry DROP INDEX entry_chatNo_fkey;
SET foreign_key_checks = 1;
ALTER TABLE audit.pledge ADD CONSTRAINT pledge_promise CHECK (amount > 0);
CREATE SEQUENCE ticket_no START WITH 100 INCREMENT BY 5;
