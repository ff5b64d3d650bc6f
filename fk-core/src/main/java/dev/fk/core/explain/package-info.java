/** Why a server refused a statement: the cause found by looking at tables and rows, and what mends it. */
@NullMarked
package dev.fk.core.explain;

import org.jspecify.annotations.NullMarked;
