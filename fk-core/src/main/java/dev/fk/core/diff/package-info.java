/** What turns one schema into another: a closed algebra of changes, each with its before-image and its inverse. */
@NullMarked
package dev.fk.core.diff;

import org.jspecify.annotations.NullMarked;
