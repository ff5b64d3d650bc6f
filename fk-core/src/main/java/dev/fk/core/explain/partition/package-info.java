/** Tables in parts, and tables that inherit. */
@NullMarked
package dev.fk.core.explain.partition;

import org.jspecify.annotations.NullMarked;
