/** SQL as text: what the statements of a script are, and the words of a statement. */
@NullMarked
package dev.fk.core.script;

import org.jspecify.annotations.NullMarked;
