package dev.fk.examples.hibernate;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Tag;

/** The same on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(flyway = "classpath:shop/flyway", whenUnavailable = WhenUnavailable.ABORT)
class EntitiesOnEachDialectTest extends EntitiesVerificationTest {}
