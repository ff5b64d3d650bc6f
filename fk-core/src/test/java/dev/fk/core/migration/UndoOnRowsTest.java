package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.unique;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.migration.MigrationStatus.State;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is taken back meets rows that came since. */
@OnPostgres
class UndoOnRowsTest {
    private static final Migration CHATS = new Step("1-chats", q -> q.createTable(
                    "participant", t -> t.column("no", integer().primaryKey()))
            .createTable("chat", t -> t.column("id", integer().primaryKey())
                    .column("participant_no", integer().notNull().references("participant", "no"))));
    private static final Migration REMOVES =
            new Step("2-without-participant", q -> q.removeColumn("chat", "participant_no"));
    private static final Migrator BOTH = Migrator.of(CHATS, REMOVES);

    @TestFactory
    Stream<DynamicTest> a_foreign_key_column_does_not_come_back_to_rows_that_it_would_refuse(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("undo", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    BOTH.up(database);
                    database.execute(new Sql("INSERT INTO chat (id) VALUES (1), (2)"));
                    CanonicalSchema before = database.read();

                    Throwable refused = catchThrowable(() -> BOTH.undo(database));

                    assertThat(refused).isInstanceOf(MigrationFailedException.class);
                    Golden.assertEqual(
                            "migration/undo-on-rows-" + (server.isTransactional() ? "postgresql" : "mysql") + ".txt",
                            String.valueOf(refused.getMessage())
                                            .replace(database.toString(), "<database>")
                                            .replace(database.server().database(), "<name>")
                                    + "\n");
                    assertThat(database.read()).isEqualTo(before);
                    assertThat(BOTH.status(database).in(State.APPLIED)).containsExactly("1-chats", REMOVES.id());

                    database.execute(new Sql("DELETE FROM chat"));
                    assertThat(BOTH.undo(database)).containsExactly(REMOVES.id());
                    assertThat(BOTH.up(database)).containsExactly(REMOVES.id());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_migration_of_which_nothing_ran_is_not_half_done(PostgresServer postgres) {
        Migration inserts = new Step("2-insert", q -> q.insert("participant", Map.of("no", 1)));
        Migration unique = new Step("2-unique", q -> q.addConstraint("chat", unique("participant_no")));
        return EachServer.all(postgres).flatMap(server -> Stream.of(inserts, unique)
                .map(failing -> server.test(failing.id(), fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    Migrator.of(CHATS).up(database);
                    database.execute(new Sql("INSERT INTO participant (no) VALUES (1)"));
                    database.execute(new Sql("INSERT INTO chat (id, participant_no) VALUES (1, 1), (2, 1)"));
                    Migrator migrator = Migrator.of(CHATS, failing);

                    assertThatThrownBy(() -> migrator.up(database))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageContaining("do  : mend the cause, and run it again.");
                    assertThat(migrator.status(database).in(State.PENDING)).containsExactly(failing.id());

                    database.execute(new Sql("DELETE FROM chat"));
                    database.execute(new Sql("DELETE FROM participant"));
                    assertThat(migrator.up(database)).containsExactly(failing.id());
                })));
    }

    /** The MySQL family gives rows an empty string, each the same. */
    @TestFactory
    Stream<DynamicTest> a_unique_text_does_not_come_back_to_more_than_one_row(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("unique", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql(
                            "CREATE TABLE customer (id int PRIMARY KEY, email varchar(90) NOT NULL, UNIQUE (email))"));
                    Migrator removes = Migrator.of(new Step(
                            "1", q -> q.removeColumn("customer", "email").addColumn("customer", "more", integer())));
                    removes.up(database);
                    database.execute(new Sql("INSERT INTO customer (id) VALUES (1), (2)"));

                    assertThatThrownBy(() -> removes.undo(database))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageContaining("What takes back call 1 of 1 would fail on rows that are there:")
                            .hasMessageContaining(
                                    server.isTransactional()
                                            ? "2 rows of customer without a value for the new column email"
                                            : "1 value of customer.email in more than one row. [FK304]");
                    assertThat(removes.status(database).in(State.APPLIED)).containsExactly("1");
                    assertThat(database.read().schema().table("customer"))
                            .hasValueSatisfying(t -> assertThat(t.columnNames()).containsExactly("id", "more"));

                    database.execute(new Sql("DELETE FROM customer WHERE id = 2 OR " + server.isTransactional()));
                    assertThat(removes.undo(database)).containsExactly("1");
                    assertThat(database.read().schema().table("customer"))
                            .hasValueSatisfying(t -> assertThat(t.columnNames()).containsExactly("id", "email"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> all_calls_that_rows_are_in_the_way_of_are_told_before_the_first_statement() {
        return EachServer.family()
                .map(server -> server.test("several", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(
                            new Sql("CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL, y varchar(90), UNIQUE (y))"));
                    Migrator migrator = Migrator.of(new Step("1", q -> q.changeColumn("a", "x", integer())
                            .removeIndex("a", "y")
                            .addColumn("a", "more", integer())));
                    migrator.up(database);
                    database.execute(new Sql("INSERT INTO a VALUES (1, NULL, 'same', 0), (2, 3, 'same', 0)"));
                    CanonicalSchema before = database.read();

                    assertThatThrownBy(() -> migrator.undo(database))
                            .isInstanceOf(MigrationFailedException.class)
                            .hasMessageContainingAll(
                                    "Nothing of it has run",
                                    "What takes back call 2 of 1 would fail on rows that are there:\n1 value of a.y in more than",
                                    "What takes back call 1 of 1 would fail on rows that are there:\n1 row of a with NULL in x");
                    assertThat(database.read()).isEqualTo(before);
                    assertThat(migrator.status(database).in(State.APPLIED)).containsExactly("1");
                }));
    }

    /** Rows that go, and names that come back, before a call is taken back. */
    @TestFactory
    Stream<DynamicTest> what_is_taken_back_before_does_not_count(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("early", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL, y int NOT NULL)"));
                    database.execute(new Sql("CREATE TABLE b (id int PRIMARY KEY, x int NOT NULL)"));
                    CanonicalSchema before = database.read();
                    Migrator migrator = Migrator.of(new Step("1", q -> q.changeColumn("a", "x", integer())
                            .changeColumn("a", "y", integer())
                            .changeColumn("b", "x", integer())
                            .renameColumn("a", "y", "z")
                            .dropTable("b")
                            .createTable("b", t -> t.column("id", integer()).column("x", integer()))));
                    migrator.up(database);
                    database.execute(new Sql("INSERT INTO a VALUES (1, 2, 3)"));
                    database.execute(new Sql("INSERT INTO b VALUES (1, NULL)"));

                    assertThat(migrator.undo(database)).containsExactly("1");
                    assertThat(CallHandler.withoutOwn(database.read())).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_unique_text_with_a_default_is_not_added_to_more_than_one_row(PostgresServer postgres) {
        Migration adds = new Step(
                "1",
                q -> q.addColumn(
                        "customer",
                        "code",
                        string(9).notNull().defaultValue("it's").unique()));
        return EachServer.all(postgres)
                .map(server -> server.test("unique", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(new Sql("CREATE TABLE customer (id int PRIMARY KEY)"));
                    database.execute(new Sql("INSERT INTO customer (id) VALUES (1), (2)"));
                    assertThatThrownBy(() -> Migrator.of(adds).up(database))
                            .hasMessageContaining("1 value of customer.code in more than one row. [FK304]");
                    database.execute(new Sql("DELETE FROM customer WHERE id = 2"));
                    Migrator.of(adds).up(database);
                }));
    }

    /** MySQL refuses to add a column with such a default (1674). */
    @TestFactory
    Stream<DynamicTest> a_column_whose_default_varies_comes_back_with_a_value_in_each_row() {
        return EachServer.family()
                .map(server -> server.test("uuid()", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    database.execute(
                            new Sql("CREATE TABLE code (id int PRIMARY KEY, word char(36) NOT NULL DEFAULT (uuid()),"
                                    + " more char(40) DEFAULT (concat('x', uuid())), at timestamp NOT NULL DEFAULT '2020-01-01 00:00:00'"
                                    + " ON UPDATE CURRENT_TIMESTAMP, UNIQUE KEY word (word))"));
                    database.execute(new Sql("INSERT INTO code (id) VALUES (1), (2)"));
                    CanonicalSchema before = database.read();
                    Migrator removes = Migrator.of(new Step("1", q -> q.addColumn("code", "first", integer())
                            .together(t -> t.removeColumn("code", "word").removeColumn("code", "more"))
                            .addColumn("code", "last", integer())));
                    removes.up(database);

                    assertThat(removes.undo(database)).containsExactly("1");

                    assertThat(database.read().schema().table(QualifiedName.of("code")))
                            .isEqualTo(before.schema().table(QualifiedName.of("code")));
                    assertThat(database.query(new Sql("SELECT DISTINCT word, more FROM code WHERE word LIKE '%-%-%'"
                                    + " AND more LIKE 'x%-%-%' AND at = '2020-01-01 00:00:00'")))
                            .hasSize(2);
                    assertThat(removes.up(database)).containsExactly("1");
                }));
    }
}
