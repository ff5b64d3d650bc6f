package dev.fk.examples.verify;

import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;

/** A folder of numbered scripts, whatever runs them in production. */
@WithSchema(scripts = "classpath:shop/sql/*.sql")
class ScriptsVerificationTest implements MigrationVerification {
    @Override
    public Verification verification() {
        return Verification.standard()
                .matching(ShopModels.MODELS)
                .lockedBy("src/test/resources/golden/verify/scripts.lock");
    }
}
