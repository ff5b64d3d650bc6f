package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What only people can put right, and how they tell the history. */
@OnPostgres
class ByHandTest {
    /** Its down fails half-way, after SQL of its own. */
    private static final Migration OWN = new Migration() {
        @Override
        public String id() {
            return "2-own";
        }

        @Override
        public void up(QueryInterface q) {
            q.addColumn("one", "age", integer()).addColumn("one", "height", integer());
        }

        @Override
        public void down(QueryInterface q) {
            q.sql("ALTER TABLE one DROP COLUMN age").sql("ALTER TABLE one DROP COLUMN weight");
        }
    };

    private static final Migration ONE = new Step(
            "1-one", q -> q.createTable("one", t -> t.column("id", integer().primaryKey())));
    private static final Migrator BOTH = Migrator.of(ONE, OWN);

    @TestFactory
    Stream<DynamicTest> a_down_that_failed_half_way_is_finished_or_taken_back_by_hand(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("by hand", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    BOTH.up(database);

                    assertThatThrownBy(() -> BOTH.undo(database))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageStartingWith("Undoing 2-own failed");

                    if (server.isTransactional()) {
                        assertThat(BOTH.status(database).in(State.APPLIED)).containsExactly("1-one", "2-own");
                        return;
                    }
                    assertThat(BOTH.status(database).in(State.HALF_UNDONE)).containsExactly("2-own");
                    Throwable refused = catchThrowable(() -> BOTH.repair(database));
                    assertThat(refused).isInstanceOf(IrreversibleMigrationException.class);
                    Golden.assertEqual("migration/half-undone.txt", refused.getMessage() + "\n");

                    database.execute(new Sql("ALTER TABLE one ADD COLUMN age INTEGER"));
                    BOTH.markApplied(database, "2-own");
                    assertThat(BOTH.status(database).in(State.APPLIED)).containsExactly("1-one", "2-own");
                    assertThat(BOTH.up(database)).isEmpty();

                    assertThatThrownBy(() -> BOTH.undo(database)).isInstanceOf(MigrationFailedException.class);
                    database.execute(new Sql("ALTER TABLE one DROP COLUMN height"));
                    BOTH.forget(database, "2-own");
                    assertThat(BOTH.undo(database)).containsExactly("1-one");
                }));
    }

    /** Rows that came in, and DDL that committed them: a repair does not know which rows were there before. */
    @TestFactory
    Stream<DynamicTest> a_failure_does_not_promise_a_repair_that_refuses(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("rows", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator migrator = Migrator.of(ONE, new Step("2-rows", q -> q.insert("one", Map.of("id", 1))
                            .addColumn("one", "age", integer())
                            .sql("nonsense")));

                    Throwable failed = catchThrowable(() -> migrator.up(database));

                    if (server.isTransactional()) {
                        assertThat(failed).hasMessageContaining("do  : mend the cause, and run it again.");
                        return;
                    }
                    assertThat(failed)
                            .hasMessageContaining(
                                    "do  : fk does not know the opposite of all that ran. Take back by hand"
                                            + " what is marked ✔, and then Migrator.forget(database, \"2-rows\")");
                    assertThatThrownBy(() -> migrator.repair(database))
                            .isInstanceOf(IrreversibleMigrationException.class);
                }));
    }

    @Test
    void what_was_marked_is_not_undone_by_itself(Database database) {
        database.execute(new Sql("CREATE TABLE one (id INTEGER PRIMARY KEY)"));
        Migrator migrator = Migrator.of(ONE);
        migrator.markApplied(database, "1-one");
        assertThat(migrator.up(database)).isEmpty();
        assertThatThrownBy(() -> migrator.undo(database))
                .isInstanceOf(IrreversibleMigrationException.class)
                .hasMessageContaining("what was done by hand before it was marked as applied");
        assertThatThrownBy(() -> migrator.markApplied(database, "1-on")).hasMessageContaining("did you mean 1-one?");
    }

    @Test
    void what_has_run_is_undone_by_itself_though_it_was_marked_afterwards(Database database) {
        Migrator migrator = Migrator.of(ONE);
        migrator.up(database);
        migrator.markApplied(database, "1-one");
        assertThat(migrator.undo(database)).containsExactly("1-one");
        assertThat(database.read().schema().table("one")).isEmpty();
    }

    @Test
    void only_the_last_is_undone_by_its_name(Database database) {
        BOTH.up(database);
        assertThatThrownBy(() -> BOTH.undoOnly(database, "1-one"))
                .hasMessageStartingWith("1-one is not the last that ran: 2-own came after it");
        assertThatThrownBy(
                        () -> Migrator.of(ONE, OWN, new Step("3-more", q -> {})).undoOnly(database, "3-more"))
                .hasMessage("3-more has not run, so that there is nothing to undo.");
    }
}
