/**
 * Models as records: what annotations say of components, beyond what their Java types say. One that is on the parameter of
 * the canonical constructor alone, where Kotlin puts those of a {@code @JvmRecord data class}, counts as on its component.
 */
@NullMarked
package dev.fk.core.model.annotation;

import org.jspecify.annotations.NullMarked;
