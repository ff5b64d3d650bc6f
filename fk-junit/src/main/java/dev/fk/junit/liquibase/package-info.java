/** Changelogs of Liquibase as a source; Liquibase is needed only by those who use it. */
@NullMarked
package dev.fk.junit.liquibase;

import org.jspecify.annotations.NullMarked;
