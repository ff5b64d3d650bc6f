/** Databases on PostgreSQL servers: copied by the server itself, and cleaned. */
@NullMarked
package dev.fk.junit.provision.postgresql;

import org.jspecify.annotations.NullMarked;
