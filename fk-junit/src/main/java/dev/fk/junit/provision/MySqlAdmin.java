package dev.fk.junit.provision;

/**
 * What fk has on a server of the MySQL family.
 *
 * @param connections let several statements through at once
 * @param sessions that its pools have in databases of tests
 * @param ddl what others have done there
 */
record MySqlAdmin(ConnectionPool connections, Sessions sessions, MySqlDdl ddl) {}
