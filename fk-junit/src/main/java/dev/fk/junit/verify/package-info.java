/** Ready tests for migrations, whoever runs them: fk, Flyway or Liquibase. */
@NullMarked
package dev.fk.junit.verify;

import org.jspecify.annotations.NullMarked;
