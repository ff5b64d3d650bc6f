/** Goes through the searches of all kinds. */
@NullMarked
package dev.fk.core.explain.search;

import org.jspecify.annotations.NullMarked;
