package dev.fk.junit.provision.mysql;

import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.Sessions;

/**
 * What fk has on a server of the MySQL family.
 *
 * @param connections let several statements through at once
 * @param sessions that its pools have in databases of tests
 * @param witness what others have done there
 */
record MySqlAdmin(ConnectionPool connections, Sessions sessions, MySqlWitness witness) {}
