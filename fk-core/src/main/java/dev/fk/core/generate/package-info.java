/** Writes migrations as Java source. */
@NullMarked
package dev.fk.core.generate;

import org.jspecify.annotations.NullMarked;
