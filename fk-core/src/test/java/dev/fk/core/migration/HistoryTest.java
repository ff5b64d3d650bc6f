package dev.fk.core.migration;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is remembered, and what does not fit it. */
@OnPostgres
class HistoryTest {
    private static final Migration ONE = new Step(
            "1-one",
            q -> q.createTable("one", t -> t.column("id", integer().primaryKey().autoIncrement())
                    .column("name", string(10))));
    private static final Migration TWO = new Step("2-two", q -> q.addColumn("one", "age", integer()));
    private static final Migration THREE = new Step(
            "3-three",
            q -> q.createTable(
                    "three", t -> t.column("id", integer().primaryKey().references("one", "id"))));

    @Test
    void two_migrations_with_one_id_are_refused_without_a_database() {
        assertThatThrownBy(() -> Migrator.of(ONE, TWO, new Step("1-one", q -> {})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Two migrations have the id 1-one");
    }

    @Test
    void where_none_has_run_there_is_none_to_forget(Database database) {
        assertThatThrownBy(() -> Migrator.of(ONE).forget(database, "1-one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No migration has run on this database, so that there is nothing of 1-one to forget.");
    }

    @Test
    void who_was_ended_between_the_tables_of_the_history_is_continued(Database database) {
        Migrator.of(ONE).up(database);
        Migrator.of(ONE).undo(database);
        database.execute(new Sql("DROP TABLE fk_migrations"));

        assertThat(Migrator.of(ONE, TWO).up(database)).containsExactly("1-one", "2-two");
    }

    @Test
    void an_unknown_id_is_refused_with_the_nearest(Database database) {
        Migrator migrator = Migrator.of(ONE, TWO, THREE);
        assertThatThrownBy(() -> migrator.to("2-tow"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "There is no migration 2-tow; did you mean 2-two? The migrations are: 1-one, 2-two, 3-three.");
        assertThatThrownBy(() -> migrator.undoTo(database, "3-tree")).hasMessageContaining("did you mean 3-three?");
    }

    @Test
    void an_edited_migration_is_reported(Database database) {
        Migrator.of(ONE, TWO).up(database);
        Migration edited = new Step("2-two", q -> q.addColumn("one", "age", string(3)));
        Migrator migrator = Migrator.of(ONE, edited, THREE);

        assertThat(migrator.status(database).in(State.EDITED)).containsExactly("2-two");
        assertThatThrownBy(() -> migrator.up(database))
                .isInstanceOf(MigrationProblemsException.class)
                .hasMessageContaining("2-two was edited after it was applied");
        assertThat(database.read().schema().table("three")).isEmpty();
    }

    @Test
    void a_missing_and_a_late_migration_are_reported_together(Database database) {
        Migrator.of(ONE, THREE).up(database);
        Migrator migrator = Migrator.of(ONE, TWO, new Step("3-threee", THREE::up));

        assertThatThrownBy(() -> migrator.up(database))
                .isInstanceOfSatisfying(MigrationProblemsException.class, e -> assertThat(e.problems())
                        .hasSize(2))
                .hasMessageContaining("2-two has not run, but 3-three, which comes after it, has")
                .hasMessageContaining(
                        "3-three was applied, but is not among the migrations; was it renamed to 3-threee?");
        assertThat(migrator.status(database).in(State.MISSING)).containsExactly("3-three");
        assertThat(migrator.status(database).in(State.OUT_OF_ORDER)).containsExactly("2-two");

        Migrator all = Migrator.of(ONE, TWO, THREE);
        assertThat(all.allowingOutOfOrder().up(database)).containsExactly("2-two");
    }

    @Test
    void what_is_forgotten_is_pending_again(Database database) {
        Migrator migrator = Migrator.of(ONE, TWO);
        migrator.up(database);
        database.execute(new Sql("ALTER TABLE one DROP COLUMN age"));
        migrator.forget(database, "2-two");
        assertThatThrownBy(() -> migrator.forget(database, "2-two"))
                .hasMessageContaining("There is no migration 2-two");
        assertThat(migrator.up(database)).containsExactly("2-two");
    }

    @Test
    void a_written_down_is_what_runs(Database database) {
        Migration own = new Migration() {
            @Override
            public String id() {
                return "2-own";
            }

            @Override
            public void up(QueryInterface q) {
                q.sql("CREATE VIEW names AS SELECT name FROM one");
            }

            @Override
            public void down(QueryInterface q) {
                q.sql("DROP VIEW names");
            }
        };
        Migrator migrator = Migrator.of(ONE, own);
        migrator.up(database);
        CanonicalSchema with = database.read();
        assertThat(migrator.undo(database)).containsExactly("2-own");
        assertThat(migrator.up(database)).containsExactly("2-own");
        assertThat(database.read()).isEqualTo(with);
        assertThat(migrator.undoAll(database)).containsExactly("2-own", "1-one");
    }

    @Test
    void status_changes_nothing_and_says_what_there_is(Database database) {
        Migrator migrator = Migrator.of(ONE, TWO);
        assertThat(migrator.status(database).in(State.PENDING)).containsExactly("1-one", "2-two");
        assertThat(database.read().schema().tables()).isEmpty();
        migrator.step(1).up(database);
        assertThat(migrator.status(database).toString())
                .matches("APPLIED {7}1-one  \\S+Z by \\S+, \\d+ ms\nPENDING {7}2-two");
    }

    @Test
    void the_plan_is_a_dry_run(Database database) throws IOException {
        Migration reading = new Step(
                "4-reading",
                q -> q.dropTable("three").removeColumn("one", "age").sql("VACUUM"));
        Migrator migrator = Migrator.of(ONE, TWO, THREE, reading, new Step("5-late", q -> q.dropTable("one")));
        String plan = migrator.plan(database);
        assertThat(database.read().schema().tables()).isEmpty();
        Golden.assertEqual(
                "migration/plan.txt",
                plan.replaceAll("postgresql [0-9.]+", "postgresql <version>")
                        .replace(database.server().database(), "<database>"));
    }

    @Test
    void all_pending_migrations_are_tried_before_the_first_runs(Database database) throws IOException {
        Migration untyped = new Step(
                "2-untyped",
                q -> q.createTable("two", t -> t.column("one_id", string(5).references("one", "id"))));
        Migration absent =
                new Step("3-absent", q -> q.removeColumn("one", "nam").addColumn("one", "more", integer()));
        Throwable refused =
                catchThrowable(() -> Migrator.of(ONE, untyped, absent).up(database));
        assertThat(refused).isInstanceOf(MigrationProblemsException.class);
        Golden.assertEqual("migration/problems.txt", refused.getMessage() + "\n");
        assertThat(database.read().schema().tables()).isEmpty();
    }

    @Test
    void dropping_all_tables_leaves_the_history(Database database) {
        Migrator migrator = Migrator.of(ONE, TWO, THREE, new Step("4-none", q -> q.dropAllTables()));
        migrator.up(database);
        assertThat(QueryInterface.of(database).showAllTables()).isEmpty();
        assertThat(database.read().schema().tables().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrderElementsOf(History.TABLES);
        migrator.undo(database);
        assertThat(database.read().schema().table("three")).isPresent();
    }
}
