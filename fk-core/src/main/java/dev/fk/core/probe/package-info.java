/**
 * What foreign keys really do, seen on rows that are inserted for it and taken back, and what the deletion of a row would
 * reach.
 */
@NullMarked
package dev.fk.core.probe;

import org.jspecify.annotations.NullMarked;
