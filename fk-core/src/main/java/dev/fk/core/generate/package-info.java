/** Java source written from values: migrations from differences, test classes from schemas. */
@NullMarked
package dev.fk.core.generate;

import org.jspecify.annotations.NullMarked;
