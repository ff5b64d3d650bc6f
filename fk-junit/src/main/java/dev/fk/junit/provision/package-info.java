/**
 * Servers for tests and databases on them: who can provide one, in which order they are asked, how a database in its
 * declared state is copied from a template. Knows no test framework.
 */
@NullMarked
package dev.fk.junit.provision;

import org.jspecify.annotations.NullMarked;
