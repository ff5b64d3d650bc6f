package dev.fk.examples.hibernate;

import dev.fk.junit.WithSchema;
import dev.fk.junit.hibernate.HibernateSource;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;

/** Migrations of Flyway and the entities of an application describe the same tables, foreign keys and actions included. */
// snippet
@WithSchema(flyway = "classpath:shop/flyway")
class EntitiesVerificationTest implements MigrationVerification {
    @Override
    public Verification verification() {
        return Verification.standard().matching(HibernateSource.of(Customer.class, Order.class));
    }
}
// end
