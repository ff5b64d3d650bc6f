/**
 * Rules about schemas: ready ones, and a language for one's own. A rule looks at a schema as a value and says what it finds,
 * why that matters and, where there is such a thing, the statements that put it right.
 */
@NullMarked
package dev.fk.core.rule;

import org.jspecify.annotations.NullMarked;
