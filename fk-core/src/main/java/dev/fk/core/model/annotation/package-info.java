/** Models as records: what annotations say of components, beyond what their Java types say. */
@NullMarked
package dev.fk.core.model.annotation;

import org.jspecify.annotations.NullMarked;
