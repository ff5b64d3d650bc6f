/** What cannot go or change because something else needs it. */
@NullMarked
package dev.fk.core.explain.use;

import org.jspecify.annotations.NullMarked;
