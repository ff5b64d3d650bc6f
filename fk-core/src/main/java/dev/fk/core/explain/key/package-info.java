/** Foreign keys that a server does not make, and the keys and indexes of both their sides. */
@NullMarked
package dev.fk.core.explain.key;

import org.jspecify.annotations.NullMarked;
