/** Schemas and their differences as entity-relationship diagrams. */
@NullMarked
package dev.fk.core.diagram;

import org.jspecify.annotations.NullMarked;
