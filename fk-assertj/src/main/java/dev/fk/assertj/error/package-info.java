/** One factory per failure: what is wrong, what is there instead, why, and the statements that would put it right. Not exported. */
@NullMarked
package dev.fk.assertj.error;

import org.jspecify.annotations.NullMarked;
