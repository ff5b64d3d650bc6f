/**
 * Tables, columns, keys and foreign keys as immutable values. Models, migrations and live catalogs all become these, and
 * nothing else is ever compared. This package imports nothing else of fk.
 */
@NullMarked
package dev.fk.core.schema;

import org.jspecify.annotations.NullMarked;
