/** The session, its rights and transaction, and who else holds what it wants. */
@NullMarked
package dev.fk.core.explain.session;

import org.jspecify.annotations.NullMarked;
