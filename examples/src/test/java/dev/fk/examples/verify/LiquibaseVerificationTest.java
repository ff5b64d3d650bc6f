package dev.fk.examples.verify;

import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;

@WithSchema(liquibase = "classpath:shop/liquibase/changelog.xml")
class LiquibaseVerificationTest implements MigrationVerification {
    @Override
    public Verification verification() {
        return Verification.standard().matching(ShopModels.MODELS);
    }
}
