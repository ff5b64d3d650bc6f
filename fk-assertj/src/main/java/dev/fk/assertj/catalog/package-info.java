/** What a chain of assertions looks at: a catalog read once, and questions to the server that gave it. Not exported. */
@NullMarked
package dev.fk.assertj.catalog;

import org.jspecify.annotations.NullMarked;
