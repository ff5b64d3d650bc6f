/** Models and associations in the vocabulary of Sequelize; all they are for is to become a schema. */
@NullMarked
package dev.fk.core.model;

import org.jspecify.annotations.NullMarked;
