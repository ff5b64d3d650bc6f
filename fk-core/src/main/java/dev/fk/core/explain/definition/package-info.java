/** Columns, checks and defaults that a server does not take as they are written. */
@NullMarked
package dev.fk.core.explain.definition;

import org.jspecify.annotations.NullMarked;
