package dev.fk.examples.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.plan.Risk;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaHistory;
import dev.fk.core.sync.SyncMode;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The migrations of Eclipse hawkBit 0.3.0M7, as they are in its jar, one by one. */
class HawkbitVerificationTest {
    @Nested
    @WithSchema(flyway = "classpath:db/migration/POSTGRESQL")
    class OnPostgreSql implements MigrationVerification {}

    @Nested
    @Tag("thorough")
    @WithSchema(flyway = "classpath:db/migration/MYSQL", dialect = "mysql", whenUnavailable = WhenUnavailable.ABORT)
    class OnMySql implements MigrationVerification {
        /** Of the 37 these are the ones that drop columns and tables. */
        @Override
        public Verification verification() {
            return Verification.standard().allowing(Risk.DESTRUCTIVE, "1.2.0", "1.8.2", "1.10.1", "1.11.0");
        }

        @Test
        @WithSchema(sync = SyncMode.NONE)
        void it_is_known_which_migration_made_a_foreign_key_what_it_is(Migrations migrations) {
            SchemaHistory history = migrations.record();

            assertThat(history.ofForeignKey("sp_action", "target"))
                    .map(Object::toString)
                    .containsExactly(
                            "V1_0_1__init___MYSQL.sql added foreign key sp_action(target) REFERENCES sp_target (id)"
                                    + " [fk_targ_act_hist_targ]",
                            "V1_4_0__cascade_delete___MYSQL.sql changed foreign key sp_action(target) REFERENCES"
                                    + " sp_target (id) [fk_targ_act_hist_targ] to foreign key sp_action(target)"
                                    + " REFERENCES sp_target (id) ON DELETE CASCADE [fk_targ_act_hist_targ]");
            assertThat(history.ofTable("sp_target_info"))
                    .map(Object::toString)
                    .containsExactly(
                            "V1_0_1__init___MYSQL.sql added table sp_target_info",
                            "V1_11_0__drop_target_info__MYSQL.sql dropped table sp_target_info");
        }
    }
}
