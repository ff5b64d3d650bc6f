/** Entities of Hibernate as a source; Hibernate is needed only by those who use it. */
@NullMarked
package dev.fk.junit.hibernate;

import org.jspecify.annotations.NullMarked;
