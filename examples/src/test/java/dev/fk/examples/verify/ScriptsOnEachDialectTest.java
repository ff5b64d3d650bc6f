package dev.fk.examples.verify;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Tag;

/** The same on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(scripts = "classpath:shop/sql/*.sql", whenUnavailable = WhenUnavailable.ABORT)
class ScriptsOnEachDialectTest extends ScriptsVerificationTest {}
