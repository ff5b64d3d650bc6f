-- The tables of ShopTest: orders() as it left them, on <server>.
CREATE TABLE `customers` (`id` INTEGER NOT NULL, `email` VARCHAR(80) NOT NULL, `remark` TEXT, `invited_by` INTEGER, PRIMARY KEY (`id`), UNIQUE `email` (`email`), INDEX `invited_by` (`invited_by`), CONSTRAINT `customers_ibfk_1` FOREIGN KEY (`invited_by`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE) ENGINE=InnoDB;
CREATE TABLE `orders` (`id` INTEGER NOT NULL, `customer` INTEGER NOT NULL, `note` VARCHAR(20), PRIMARY KEY (`id`), INDEX `customer` (`customer`), CONSTRAINT `orders_ibfk_1` FOREIGN KEY (`customer`) REFERENCES `customers` (`id`) ON DELETE CASCADE ON UPDATE CASCADE) ENGINE=InnoDB;
CREATE TABLE `tickets` (`id` INTEGER NOT NULL auto_increment, `what` VARCHAR(20), PRIMARY KEY (`id`)) ENGINE=InnoDB;
