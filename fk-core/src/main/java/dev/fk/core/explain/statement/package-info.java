/** What a statement says, read from its text alone: tables, columns, keys and foreign keys, each where it is written. */
@NullMarked
package dev.fk.core.explain.statement;

import org.jspecify.annotations.NullMarked;
