-- violating
CREATE TABLE a (no int PRIMARY KEY, amount int);
CREATE TABLE b (no int PRIMARY KEY, amount int);
CREATE TABLE c (no int PRIMARY KEY, amount bigint);
-- clean
CREATE TABLE a (no int PRIMARY KEY, label varchar(20));
CREATE TABLE b (no int PRIMARY KEY, label varchar(40));
