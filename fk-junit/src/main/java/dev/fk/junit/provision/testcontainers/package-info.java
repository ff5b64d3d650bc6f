/**
 * Servers in Docker containers, through whatever Docker Testcontainers finds. Only classes that are the same in its 1.x
 * and 2.x are used, and none of its database modules: these changed their names.
 */
@NullMarked
package dev.fk.junit.provision.testcontainers;

import org.jspecify.annotations.NullMarked;
