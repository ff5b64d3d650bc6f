/** A live database: reading it, planning against it, running a plan on it. The only package that executes statements. */
@NullMarked
package dev.fk.core.database;

import org.jspecify.annotations.NullMarked;
