ALTER TABLE customers ENGINE = InnoDB;
