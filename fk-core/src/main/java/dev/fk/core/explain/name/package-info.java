/** Names that a statement says and that there are none of, that are taken, misspelt, of other servers. */
@NullMarked
package dev.fk.core.explain.name;

import org.jspecify.annotations.NullMarked;
