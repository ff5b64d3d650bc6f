/** Rows that are in the way, there or written by the statement. */
@NullMarked
package dev.fk.core.explain.row;

import org.jspecify.annotations.NullMarked;
