package dev.fk.examples.seed002;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;

/** The same tests, word for word, on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(whenUnavailable = WhenUnavailable.ABORT)
@DisplayName("Seed 002, projects, on every server")
class ProjectOrderOnEachDialectTest extends ProjectOrderTest {}
