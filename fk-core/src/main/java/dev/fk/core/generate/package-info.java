/** Java source written from schemas: test classes that hold a schema as it is. */
@NullMarked
package dev.fk.core.generate;

import org.jspecify.annotations.NullMarked;
