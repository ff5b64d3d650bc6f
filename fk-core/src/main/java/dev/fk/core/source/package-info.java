/** Where the schema of a test database comes from. */
@NullMarked
package dev.fk.core.source;

import org.jspecify.annotations.NullMarked;
