package dev.fk.examples.verify;

import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WithSchema;
import dev.fk.junit.flyway.FlywaySource;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;

@WithSchema(flyway = "classpath:shop/flyway")
class FlywayVerificationTest implements MigrationVerification {
    @Override
    public Verification verification() {
        return Verification.standard()
                .matching(ShopModels.MODELS)
                .upgradingFrom(FlywaySource.of("classpath:shop/release-1"))
                .golden("src/test/resources/golden/verify/shop-flyway.txt")
                .lockedBy("src/test/resources/golden/verify/shop-flyway.lock");
    }
}
