/** Databases for tests, declared by annotation. */
@NullMarked
package dev.fk.junit;

import org.jspecify.annotations.NullMarked;
