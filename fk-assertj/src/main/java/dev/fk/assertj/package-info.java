/** Assertions about schemas, and the words to write them with. */
@NullMarked
package dev.fk.assertj;

import org.jspecify.annotations.NullMarked;
