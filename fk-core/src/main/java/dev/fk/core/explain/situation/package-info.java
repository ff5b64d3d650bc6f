/** What a failed statement met, and what every search asks of it. */
@NullMarked
package dev.fk.core.explain.situation;

import org.jspecify.annotations.NullMarked;
