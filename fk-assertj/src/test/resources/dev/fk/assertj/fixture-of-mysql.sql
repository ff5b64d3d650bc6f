ALTER TABLE invitation ADD CONSTRAINT invitation_code_check CHECK (sender > 0) NOT ENFORCED;
