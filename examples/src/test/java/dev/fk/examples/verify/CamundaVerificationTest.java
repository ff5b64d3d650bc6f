package dev.fk.examples.verify;

import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The changelog of Camunda 7.23, as it is in its jar, changeset by changeset; only its tags have a way back. */
class CamundaVerificationTest {
    private static final String CHANGELOG = "classpath:org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml";

    private static final Verification UPGRADES_ONLY = Verification.standard()
            .withoutUndo(
                    "7.16.0-baseline",
                    "7.16-to-7.17",
                    "7.17-to-7.18",
                    "7.18-to-7.19",
                    "7.19-to-7.20",
                    "7.20-to-7.21",
                    "7.21-to-7.22",
                    "7.22-to-7.23");

    @Nested
    @WithSchema(liquibase = CHANGELOG)
    class OnPostgreSql implements MigrationVerification {
        @Override
        public Verification verification() {
            return UPGRADES_ONLY;
        }
    }

    @Nested
    @Tag("thorough")
    @WithSchema(liquibase = CHANGELOG, dialect = "mysql", whenUnavailable = WhenUnavailable.ABORT)
    class OnMySql implements MigrationVerification {
        @Override
        public Verification verification() {
            return UPGRADES_ONLY;
        }
    }
}
