/** Databases on servers of MySQL and MariaDB: copied by saying again what makes them, and cleaned. */
@NullMarked
package dev.fk.junit.provision.mysql;

import org.jspecify.annotations.NullMarked;
