/** Changing a schema step by step: Sequelize's QueryInterface. */
@NullMarked
package dev.fk.core.migration;

import org.jspecify.annotations.NullMarked;
