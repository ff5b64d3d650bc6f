package dev.fk.junit.verify;

import dev.fk.core.sync.SyncMode;
import dev.fk.junit.Isolation;
import dev.fk.junit.WithSchema;
import java.util.Iterator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Ready tests for the migrations that {@link WithSchema} names beside it, one for each migration and question. What is
 * expected of them beyond that they run is said in {@link #verification}.
 *
 * <pre>{@code
 * @WithSchema(flyway = "classpath:db/migration")
 * class MigrationsTest implements MigrationVerification {}
 * }</pre>
 *
 * <p>Every factory begins with an empty database of its own. Tests of yours in the same class may have a parameter of type
 * {@link dev.fk.core.source.Migrations}, with which they stop half way and put rows in; they are annotated with
 * {@code @WithSchema(sync = SyncMode.NONE)}, so that nothing has run when they begin.
 */
@API(status = Status.EXPERIMENTAL)
@ExtendWith(VerificationExtension.class)
public interface MigrationVerification {
    /** What is expected; nothing but what holds for all migrations unless overridden. */
    default Verification verification() {
        return Verification.standard();
    }

    /** As they are written: no version twice, no file that the tool passes over, and what a lock file says; no database is asked. */
    @TestFactory
    @WithSchema(sync = SyncMode.NONE, isolation = Isolation.PER_METHOD)
    @Execution(ExecutionMode.SAME_THREAD)
    default Iterator<DynamicTest> migrations_are_written_well(Verifier verifier) {
        return verifier.written(verification());
    }

    /**
     * From an empty database to the last one, each on what those before it have built. One whose foreign key the server took
     * without a word and did not make fails (MyISAM; {@code REFERENCES} behind a column on MySQL 8.0). The last one also fails
     * if foreign keys are left that lead to no table, or rows whose foreign keys lead nowhere, having come in while nobody
     * checked them.
     */
    @TestFactory
    @WithSchema(sync = SyncMode.NONE, isolation = Isolation.PER_METHOD)
    @Execution(ExecutionMode.SAME_THREAD)
    default Iterator<DynamicTest> each_migration_runs(Verifier verifier) {
        return verifier.forward();
    }

    /**
     * Up, down and up again, each by itself: down leaves the schema as it was before, and up makes the same of it again. Where
     * a tool has no way back, as Flyway's community edition, there is no test, and the report says why.
     */
    @TestFactory
    @WithSchema(sync = SyncMode.NONE, isolation = Isolation.PER_METHOD)
    @Execution(ExecutionMode.SAME_THREAD)
    default Iterator<DynamicTest> each_migration_can_be_undone(Verifier verifier, TestReporter reporter) {
        return verifier.backAndForth(verification(), reporter);
    }

    /**
     * What each migration did to the catalog, as far as it may lose data or fail on rows. Data that is lost without a change
     * of the catalog, by a DELETE for example, is not seen; a rename is seen as a loss.
     */
    @TestFactory
    @WithSchema(sync = SyncMode.NONE, isolation = Isolation.PER_METHOD)
    @Execution(ExecutionMode.SAME_THREAD)
    default Iterator<DynamicTest> no_migration_loses_data(Verifier verifier) {
        return verifier.risks(verification());
    }

    /**
     * What all of them build is what {@link #verification} says: models, entities, other migrations, a golden file; and where
     * a tool takes a shortcut in a new database (a baseline migration of Flyway), what that builds.
     */
    @TestFactory
    @WithSchema(sync = SyncMode.NONE, isolation = Isolation.PER_METHOD)
    @Execution(ExecutionMode.SAME_THREAD)
    default Iterator<DynamicTest> migrations_build_what_is_expected(Verifier verifier) {
        return verifier.expectations(verification());
    }
}
