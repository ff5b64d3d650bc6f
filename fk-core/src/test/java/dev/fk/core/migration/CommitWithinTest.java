package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.testing.OnPostgres;
import org.junit.jupiter.api.Test;

/** A migration that ends its transaction itself, as for CREATE INDEX CONCURRENTLY, and fails later. */
@OnPostgres
class CommitWithinTest {
    private static final Migration COMMITTING =
            new Step("1-commit", q -> q.createTable("stays", t -> t.column("id", integer()))
                    .sql("COMMIT")
                    .createTable("goes", t -> t.column("id", integer()))
                    .sql("BOOM"));

    @Test
    void what_stays_is_told_and_not_taken_for_rolled_back(Database database) {
        Migrator migrator = Migrator.of(COMMITTING);

        assertThatThrownBy(() -> migrator.up(database))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContainingAll(
                        "SQL of its own has committed: what is marked ✔ stays.",
                        "✔ CREATE TABLE \"stays\"",
                        "✔ COMMIT",
                        "↩ CREATE TABLE \"goes\"",
                        "✘ BOOM",
                        "Take back by hand what is marked ✔, and then Migrator.forget(database, \"1-commit\")")
                .hasMessageNotContaining("rolled back");

        assertThat(migrator.status(database).in(State.HALF_APPLIED)).containsExactly("1-commit");
        assertThatThrownBy(() -> migrator.repair(database))
                .isInstanceOf(IrreversibleMigrationException.class)
                .hasMessageContainingAll("✔ CREATE TABLE \"stays\"", "✔ COMMIT")
                .hasMessageNotContaining("goes");
        assertThat(CallHandler.withoutOwn(database.read()).schema().tables()).hasSize(1);
    }
}
