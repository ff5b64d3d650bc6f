package dev.fk.examples.verify;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import org.junit.jupiter.api.Tag;

/** The same changesets up, down and up again on every kind of server. */
@Tag("thorough")
@OnEachDialect
@WithSchema(liquibase = "classpath:shop/liquibase/changelog.xml", whenUnavailable = WhenUnavailable.ABORT)
class LiquibaseOnEachDialectTest extends LiquibaseVerificationTest {}
