/** Servers that a library on the class path brings: real binaries, no Docker, no root. */
@NullMarked
package dev.fk.junit.provision.embedded;

import org.jspecify.annotations.NullMarked;
