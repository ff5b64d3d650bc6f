package dev.fk.examples.verify;

import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;

import dev.fk.core.migration.Migration;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.source.CompositeSource;
import dev.fk.core.source.MigrationSource;
import dev.fk.core.source.Migrations;
import dev.fk.core.source.SchemaSource;
import dev.fk.examples.seed000.ChatModels;
import dev.fk.examples.shop.ShopModels;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import dev.fk.junit.flyway.FlywaySource;
import dev.fk.junit.verify.MigrationVerification;
import dev.fk.junit.verify.Verification;
import dev.fk.junit.verify.VerificationExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Migrations of a shop with a mistake each, and the test that its team would have. */
final class BrokenProjects {
    private BrokenProjects() {}

    private static String golden(String file) {
        return "src/test/resources/golden/verify/" + file;
    }

    @WithSchema(flyway = "classpath:broken/duplicate-version")
    static class DuplicateVersion implements MigrationVerification {}

    @WithSchema(flyway = "classpath:broken/out-of-order")
    static class OutOfOrder implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard().lockedBy(golden("out-of-order.lock"));
        }
    }

    @WithSchema(flyway = "classpath:broken/badly-named")
    static class BadlyNamed implements MigrationVerification {}

    /** A new database begins with a script that forgets a foreign key. */
    @WithSchema(flyway = "classpath:broken/baseline")
    static class ForgetfulBaseline implements MigrationVerification {}

    @WithSchema(flyway = "classpath:broken/later-table")
    static class LaterTable implements MigrationVerification {}

    @WithSchema(flyway = "classpath:broken/wrong-type")
    static class WrongType implements MigrationVerification {}

    @WithSchema(flyway = "classpath:broken/orphan-rows")
    static class OrphanRows implements MigrationVerification {}

    /** A dump of last year, read in as dumps are. */
    @WithSchema(flyway = "classpath:broken/unchecked-rows")
    static class UncheckedRows implements MigrationVerification {}

    @WithSchema(
            flyway = "classpath:broken/unchecked-rows-mysql",
            dialect = "mariadb",
            whenUnavailable = WhenUnavailable.ABORT)
    static class UncheckedRowsOnMariaDb implements MigrationVerification {}

    /** Triggers that were disabled to read rows in, those of foreign keys included, and never enabled again. */
    @WithSchema(flyway = "classpath:broken/switched-off")
    static class SwitchedOff implements MigrationVerification {}

    /** A foreign key that its storage engine does not make. */
    @WithSchema(flyway = "classpath:broken/passed-over", dialect = "mariadb", whenUnavailable = WhenUnavailable.ABORT)
    static class PassedOver implements MigrationVerification {}

    /** A foreign key to a table that no migration creates, made while nobody checked. */
    @WithSchema(flyway = "classpath:broken/no-parent", dialect = "mariadb", whenUnavailable = WhenUnavailable.ABORT)
    static class NoParent implements MigrationVerification {}

    @WithSchema(flyway = "classpath:broken/models-differ")
    static class ModelsDiffer implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard().matching(ShopModels.MODELS).golden(golden("shop-flyway.txt"));
        }
    }

    @WithSchema(flyway = "classpath:broken/changed-checksum")
    static class ChangedChecksum implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard()
                    .lockedBy(golden("changed-checksum.lock"))
                    .upgradingFrom(FlywaySource.of("classpath:shop/release-1"));
        }
    }

    @WithSchema(flyway = "classpath:broken/destructive")
    static class DestructiveStep implements MigrationVerification {}

    /** The same with tables in a schema that is not the default one of the connection. */
    @WithSchema(OfTheSchemaShop.class)
    static class DestructiveInItsSchema implements MigrationVerification {}

    static final class OfTheSchemaShop implements CompositeSource {
        @Override
        public List<SchemaSource> sources() {
            return List.of(FlywaySource.of("classpath:broken/destructive").with("flyway.defaultSchema", "shop"));
        }
    }

    @WithSchema(ShopInItsSchema.class)
    static class ModelsWithoutSchema implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard().matching(ShopModels.MODELS);
        }
    }

    static final class ShopInItsSchema implements CompositeSource {
        @Override
        public List<SchemaSource> sources() {
            return List.of(FlywaySource.of("classpath:shop/flyway").with("flyway.defaultSchema", "shop"));
        }
    }

    @WithSchema(liquibase = "classpath:broken/changelog-no-rollback.yaml")
    static class NoRollback implements MigrationVerification {}

    @WithSchema(liquibase = "classpath:broken/changelog-duplicate.xml")
    static class DuplicateChangeSet implements MigrationVerification {}

    @WithSchema(liquibase = "classpath:broken/changelog-trace.xml")
    static class TraceOfRollback implements MigrationVerification {}

    /** A foreign key on which nobody insists. */
    @WithSchema(liquibase = "classpath:broken/changelog-passed-over.xml")
    static class PassedOverByLiquibase implements MigrationVerification {}

    @WithSchema(ProjectsOfTheSeed.class)
    static class LaterTableInFk implements MigrationVerification {}

    @WithSchema(HalfADown.class)
    static class TraceOfDown implements MigrationVerification {}

    @WithSchema(NumbersAsTexts.class)
    static class NumbersInTheOrderOfTexts implements MigrationVerification {}

    /** An exception for a migration that there is not. */
    @WithSchema(flyway = "classpath:shop/flyway")
    static class ExceptionForNothing implements MigrationVerification {
        @Override
        public Verification verification() {
            return Verification.standard().withoutUndo("V2__orders_of_customer.sql");
        }
    }

    @WithSchema(ChatModels.class)
    static class NothingToVerify implements MigrationVerification {}

    /** A test that wants to stop half way, and begins at the end. */
    @WithSchema(flyway = "classpath:shop/flyway")
    static class BeginsAtTheEnd {
        @Test
        @ExtendWith(VerificationExtension.class)
        void goes_on(Migrations migrations) {
            migrations.toHead();
        }
    }

    /** Where DDL is not transactional. */
    @WithSchema(flyway = "classpath:broken/half-applied", dialect = "mariadb", whenUnavailable = WhenUnavailable.ABORT)
    static class HalfApplied implements MigrationVerification {}

    /** An order of nobody, and the foreign key that it breaks, in one changeset. */
    @WithSchema(
            liquibase = "classpath:broken/changelog-orphans.xml",
            dialect = "mariadb",
            whenUnavailable = WhenUnavailable.ABORT)
    static class OrphansInChangelog implements MigrationVerification {}

    static final class ProjectsOfTheSeed implements MigrationSource {
        @Override
        public List<Migration> migrations() {
            return List.of(
                    new Named("20220216-create-project") {
                        @Override
                        public void up(QueryInterface q) {
                            q.createTable(
                                    "project", t -> t.column("id", integer().primaryKey())
                                            .column("projectTypeId", integer().references("project_type", "id")));
                        }
                    },
                    new Named("20220217-create-project-type") {
                        @Override
                        public void up(QueryInterface q) {
                            q.createTable(
                                    "project_type",
                                    t -> t.column("id", integer().primaryKey()));
                        }
                    });
        }
    }

    static final class HalfADown implements MigrationSource {
        @Override
        public List<Migration> migrations() {
            return List.of(
                    new Named("1-customers") {
                        @Override
                        public void up(QueryInterface q) {
                            q.createTable(
                                    "customers", t -> t.column("id", integer().primaryKey()));
                        }
                    },
                    new Named("2-orders") {
                        @Override
                        public void up(QueryInterface q) {
                            q.createTable(
                                    "orders",
                                    t -> t.column("id", integer().primaryKey()).column("customer_id", integer()));
                            q.addConstraint("orders", foreignKey("customer_id").references("customers", "id"));
                            q.addColumn("customers", "name", string());
                        }

                        @Override
                        public void down(QueryInterface q) {
                            q.dropTable("orders");
                        }
                    });
        }
    }

    static final class NumbersAsTexts implements MigrationSource {
        @Override
        public List<Migration> migrations() {
            return List.of(table("9-customers", "customers"), table("10-orders", "orders"));
        }

        private static Migration table(String id, String table) {
            return new Named(id) {
                @Override
                public void up(QueryInterface q) {
                    q.createTable(table, t -> t.column("id", integer().primaryKey()));
                }
            };
        }
    }

    private abstract static class Named implements Migration {
        private final String id;

        Named(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }
    }
}
