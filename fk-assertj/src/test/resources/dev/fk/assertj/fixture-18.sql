-- What PostgreSQL 18 brought.
ALTER TABLE invitation ADD CONSTRAINT invitation_sender FOREIGN KEY (sender) REFERENCES participant (no) NOT ENFORCED;
