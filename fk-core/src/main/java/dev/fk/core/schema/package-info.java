/** The algebra of tables: what a schema is, whichever side it comes from. */
@NullMarked
package dev.fk.core.schema;

import org.jspecify.annotations.NullMarked;
