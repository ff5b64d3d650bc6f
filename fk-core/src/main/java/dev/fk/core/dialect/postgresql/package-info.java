/** PostgreSQL 15 and newer. */
@NullMarked
package dev.fk.core.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
