ALTER TABLE invitation ADD CONSTRAINT invitation_code_check CHECK (sender > 0) NOT ENFORCED;
ALTER TABLE audit.pledge ADD CONSTRAINT pledge_promise CHECK (amount > 0) NOT ENFORCED;
