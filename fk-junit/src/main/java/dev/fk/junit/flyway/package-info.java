/** Migrations of Flyway as a source; Flyway is needed only by those who use it. */
@NullMarked
package dev.fk.junit.flyway;

import org.jspecify.annotations.NullMarked;
