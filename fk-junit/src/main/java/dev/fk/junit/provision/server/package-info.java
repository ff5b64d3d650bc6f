/** The kinds of servers that fk can have databases on, and where one listens. */
@NullMarked
package dev.fk.junit.provision.server;

import org.jspecify.annotations.NullMarked;
