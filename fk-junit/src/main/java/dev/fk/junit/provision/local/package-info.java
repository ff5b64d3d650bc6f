/** Servers whose programs are on this machine, which fk starts, stops and removes itself. */
@NullMarked
package dev.fk.junit.provision.local;

import org.jspecify.annotations.NullMarked;
