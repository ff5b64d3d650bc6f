-- violating postgresql
CREATE TABLE chat (no int PRIMARY KEY, a_column_whose_name_is_much_too_long_for_any_server_that_there_is int);
-- violating mysql mariadb
CREATE TABLE chat (no int PRIMARY KEY, a_column_whose_name_is_just_as_long_as_the_server_allows_and_not int);
-- violating postgresql
CREATE TABLE chat (no int, CONSTRAINT a_primary_key_whose_name_is_much_too_long_for_any_server_that_there_is UNIQUE (no));
-- clean
CREATE TABLE chat (no int PRIMARY KEY, a_column_whose_name_is_long_but_not_too_long int);
