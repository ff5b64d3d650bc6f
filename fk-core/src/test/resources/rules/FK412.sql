-- violating postgresql
CREATE TABLE "user" (no int PRIMARY KEY, "order" int);
-- violating mysql mariadb
CREATE TABLE `groups` (no int PRIMARY KEY, `order` int);
-- clean
CREATE TABLE person (no int PRIMARY KEY, position int);
