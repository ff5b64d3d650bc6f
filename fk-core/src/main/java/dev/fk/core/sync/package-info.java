/** Making a database what the models say: only what is missing, from scratch, or by altering what is there. */
@NullMarked
package dev.fk.core.sync;

import org.jspecify.annotations.NullMarked;
