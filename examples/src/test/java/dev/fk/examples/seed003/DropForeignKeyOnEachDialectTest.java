package dev.fk.examples.seed003;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** The same tests, word for word, on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = OrderMigrations.class, whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("Seed 003 on every server")
class DropForeignKeyOnEachDialectTest extends DropForeignKeyTest {}
