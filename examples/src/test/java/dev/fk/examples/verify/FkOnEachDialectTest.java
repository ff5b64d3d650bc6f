package dev.fk.examples.verify;

import dev.fk.examples.seed002.UserMigrations;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Tag;

/** The same migrations up, down and up again on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(value = UserMigrations.class, whenUnavailable = WhenUnavailable.ABORT)
class FkOnEachDialectTest extends FkVerificationTest {}
