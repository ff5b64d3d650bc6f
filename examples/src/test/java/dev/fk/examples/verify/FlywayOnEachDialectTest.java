package dev.fk.examples.verify;

import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** Each kind of server has migrations of its own, of the same names; one lock file holds them, or a file for each. */
@Tag("thorough")
class FlywayOnEachDialectTest {
    @Nested
    @OnEachDialect
    @WithSchema(flyway = "classpath:shop/of-each/{dialect}", whenUnavailable = WhenUnavailable.ABORT)
    class WithALockFileForEach implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard()
                    .golden("src/test/resources/golden/verify/of-each-{dialect}.txt")
                    .lockedBy("src/test/resources/golden/verify/of-each-{dialect}.lock");
        }
    }

    @Nested
    @OnEachDialect
    @WithSchema(flyway = "classpath:shop/of-each/{dialect}", whenUnavailable = WhenUnavailable.ABORT)
    class WithOneLockFile implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard().lockedBy("src/test/resources/golden/verify/of-each.lock");
        }
    }
}
