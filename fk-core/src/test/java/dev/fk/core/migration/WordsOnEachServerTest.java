package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.check;
import static dev.fk.core.migration.Constraints.exactly;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.migration.Constraints.foreignKeyOn;
import static dev.fk.core.migration.Constraints.primaryKey;
import static dev.fk.core.migration.Constraints.thePrimaryKey;
import static dev.fk.core.migration.Constraints.unique;
import static dev.fk.core.migration.Constraints.uniqueOn;
import static dev.fk.core.model.Attributes.bool;
import static dev.fk.core.model.Attributes.date;
import static dev.fk.core.model.Attributes.dateTime;
import static dev.fk.core.model.Attributes.decimal;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.uuid;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.model.Models;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.Deferrability;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.sync.Sync;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The words of a QueryInterface, on every server. */
@OnPostgres
class WordsOnEachServerTest {
    private static Stream<DynamicTest> each(
            PostgresServer postgres, String what, BiConsumer<Database, EachServer> body) {
        return EachServer.all(postgres)
                .map(server -> server.test(what, fresh -> body.accept(Database.of(fresh.dataSource()), server)));
    }

    @TestFactory
    Stream<DynamicTest> a_label_twice_is_refused_before_any_statement(PostgresServer postgres) {
        return each(postgres, "a label twice", (database, server) -> {
            QueryInterface q = QueryInterface.of(database);

            assertThatThrownBy(() -> q.createTable("t", t -> t.column("state", enumOf("a", "b", "a"))))
                    .isInstanceOf(PreflightException.class)
                    .hasMessageContaining("The enum of t.state has the label 'a' more than once.");
            assertThat(q.showAllTables()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> a_column_that_gets_other_labels_is_as_a_model_wants_it(PostgresServer postgres) {
        return each(postgres, "other labels", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable(
                            "posts", t -> t.column("state", enumOf("new", "old").defaultValue("new")))
                    .insert("posts", Map.of("state", "old"));

            for (String[] labels : List.of(new String[] {"new", "seen", "old"}, new String[] {"old", "seen"})) {
                q.changeColumn(
                        "posts", "state", enumOf(labels).defaultValue("seen").notNull());
                Models models = Models.define(m -> m.model("Post", p -> p.tableName("posts")
                        .attribute("state", enumOf(labels).defaultValue("seen").notNull())
                        .noPrimaryKey()
                        .noTimestamps()));

                assertThat(Sync.alter().plan(models, database).isEmpty()).isTrue();
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_default_schema_may_be_named(PostgresServer postgres) {
        return each(postgres, "default schema", (database, server) -> {
            String schema = database.server().defaultSchema();
            Migrator migrator = Migrator.of(
                    new Step(
                            "1-create",
                            q -> q.createTable(
                                    "t", t -> t.column("id", integer().primaryKey()))),
                    new Step("2-change", q -> q.inSchema(schema)
                            .addColumn("t", "next", integer().references(schema, "t", "id"))
                            .renameTable("t", "u")));

            migrator.up(database);
            assertThat(QueryInterface.of(database).describeTable("u").foreignKeys())
                    .hasSize(1);
            migrator.undo(database);
            assertThat(QueryInterface.of(database)
                            .inSchema(schema)
                            .describeTable("t")
                            .columnNames())
                    .containsExactly("id");
        });
    }

    @TestFactory
    Stream<DynamicTest> an_enum_type_is_created_or_refused(PostgresServer postgres) {
        return each(postgres, "enum type", (database, server) -> {
            QueryInterface q = QueryInterface.of(database);
            if (server.isTransactional()) { // PostgreSQL
                q.createEnum("mood", "good", "bad").dropEnum("mood");
            } else {
                assertThatThrownBy(() -> q.createEnum("mood", "good", "bad"))
                        .hasMessage(
                                "There are no enum types with a name of their own on this server, so that mood would be"
                                        + " lost. Give its labels to the columns: enumOf(\"good\", \"bad\").");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_are_inserted_changed_and_deleted_whatever_is_in_them(PostgresServer postgres) {
        String odd = "it's a \\ \"`back\"; --";
        return each(postgres, "rows", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable("users", t -> t.column("id", integer().primaryKey())
                            .column("name", string(40))
                            .column("role", enumOf("admin", "guest").notNull().defaultValue("guest"))
                            .column("active", bool())
                            .column("born", date())
                            .column("seen", dateTime(6))
                            .column("score", decimal(10, 2))
                            .column("key", uuid()));
            Map<String, Object> row = new HashMap<>(Map.of(
                    "id",
                    1,
                    "name",
                    odd,
                    "role",
                    "admin",
                    "active",
                    true,
                    "born",
                    LocalDate.of(2001, 2, 3),
                    "seen",
                    LocalDateTime.of(2024, 2, 6, 10, 20, 30, 123_456_000),
                    "score",
                    new BigDecimal("12.50"),
                    "key",
                    UUID.fromString("00000000-0000-0000-0000-00000000002a")));
            q.insert("users", row);
            row.clear();
            row.put("id", 2);
            row.put("name", null);
            q.bulkInsert(
                    "users", List.of(row, Map.of("id", 3, "name", new Expression("LOWER('EVE')"), "active", false)));

            List<Map<String, Object>> rows = q.query("SELECT id, name, role, active FROM users ORDER BY id");
            assertThat(rows).extracting(r -> r.get("name")).containsExactly(odd, null, "eve");
            assertThat(rows).extracting(r -> r.get("role")).containsExactly("admin", "guest", "guest");

            q.update("users", Map.of("name", "ann", "score", 1.5), Map.of("name", odd, "active", true));
            Map<String, Object> nobody = new HashMap<>();
            nobody.put("name", null);
            q.delete("users", nobody);
            assertThat(q.query("SELECT name FROM users ORDER BY id"))
                    .extracting(r -> r.get("name"))
                    .containsExactly("ann", "eve");

            assertThatThrownBy(() -> q.insert("users", Map.of("nam", 1)))
                    .hasMessageStartingWith("Table users has no column nam; did you mean name?");
            assertThatThrownBy(() -> q.delete("users", Map.of())).hasMessageStartingWith("Which rows of users?");
            assertThatThrownBy(() -> q.insert("users", Map.of("id", new Object())))
                    .hasMessageStartingWith("A value of id is a java.lang.Object, which");
        });
    }

    /** MySQL and MariaDB alter no column under a foreign key, which therefore makes way, and comes back. */
    @TestFactory
    Stream<DynamicTest> a_dry_run_tells_what_it_has_no_statement_for(PostgresServer postgres) {
        Migration create = new Step(
                "1", q -> q.createTable("parents", t -> t.column("id", integer().primaryKey()))
                        .createTable("children", t -> t.column("id", integer().primaryKey())
                                .column("parent", integer().references("parents", "id"))));
        Migration alter = new Step(
                "2",
                q -> q.changeColumn("children", "parent", integer().notNull().references("parents", "id")));
        return each(postgres, "dry run", (database, server) -> {
            Migrator migrator = Migrator.of(create, alter);

            assertThat(migrator.plan(database))
                    .containsPattern("2\n  (alter column children.parent|.*ALTER TABLE .children. )");
            migrator.up(database);
            assertThat(migrator.plan(database)).contains("0 migrations");
        });
    }

    @TestFactory
    Stream<DynamicTest> rows_do_not_end_the_trial_and_go_with_their_table(PostgresServer postgres) {
        Migration roles = new Step("1-roles", q -> q.createTable(
                        "roles", t -> t.column("id", integer().primaryKey()).column("name", string(20)))
                .bulkInsert("roles", List.of(Map.of("id", 1, "name", "admin"), Map.of("id", 2)))
                .update("roles", Map.of("name", "guest"), Map.of("id", 2)));
        Migration more = new Step("2-more", q -> q.insert("roles", Map.of("id", 3)));
        Migration wrong = new Step("3-wrong", q -> q.insert("roles", Map.of("nmae", "x")));
        return each(postgres, "trial", (database, server) -> {
            assertThatThrownBy(() -> Migrator.of(roles, more, wrong).up(database))
                    .isInstanceOf(MigrationProblemsException.class)
                    .hasMessageContaining("3-wrong: Table roles has no column nmae; did you mean name?");
            assertThat(database.read().schema().tables()).isEmpty();

            Migrator migrator = Migrator.of(roles, more);
            assertThat(migrator.plan(database))
                    .containsPattern(
                            "  INSERT INTO .roles. \\(.id., .name.\\) VALUES \\(1, 'admin'\\), \\(2, DEFAULT\\)\n")
                    .containsPattern("  UPDATE .roles. SET .name. = 'guest' WHERE .id. = 2\n");
            migrator.up(database);
            assertThat(QueryInterface.of(database).query("SELECT id FROM roles WHERE name = 'guest'"))
                    .hasSize(1);
            assertThatThrownBy(() -> migrator.undo(database))
                    .isInstanceOf(IrreversibleMigrationException.class)
                    .hasMessageContaining("INSERT INTO")
                    .hasMessageContaining("Write down(QueryInterface)");
            migrator.forget(database, "2-more");
            assertThat(Migrator.of(roles).undo(database)).containsExactly("1-roles");
            assertThat(database.read().schema().table("roles")).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> each_kind_of_constraint_comes_and_goes_by_its_columns(PostgresServer postgres) {
        return each(postgres, "constraints", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable("parents", t -> t.column("a", integer().notNull())
                            .column("b", integer().notNull()))
                    .createTable("children", t -> t.column("a", integer()).column("b", integer()));
            CanonicalSchema before = database.read();

            q.addConstraint("parents", primaryKey("a", "b"))
                    .addConstraint("children", unique("a", "b").named("pairs"))
                    .addConstraint("children", check("a > 0", "a"))
                    .addConstraint(
                            "children",
                            foreignKey("a", "b").references("parents", "a", "b").onDelete(CASCADE));
            assertThat(q.getForeignKeyReferences("children"))
                    .singleElement()
                    .satisfies(k -> assertThat(k.referencedColumns()).containsExactly("a", "b"))
                    .satisfies(k -> assertThat(k.onDelete()).isEqualTo(CASCADE));
            q.removeConstraint("children", foreignKeyOn("a", "b"))
                    .removeConstraint("children", uniqueOn("a", "b"))
                    .removeConstraint("children", "children_a_ck")
                    .removeConstraint("parents", thePrimaryKey());
            assertThat(database.read()).isEqualTo(before);
            assertThatThrownBy(() -> q.removeConstraint("parents", thePrimaryKey()))
                    .hasMessage("Table parents has no primary key. It has: no constraints.");

            q.addConstraint("parents", unique("a").named("u"))
                    .addConstraint(
                            "children",
                            exactly(ForeignKey.of(List.of("a"), QualifiedName.of("parents"), List.of("a"))));
            if (server.isTransactional()) {
                q.addConstraint(
                        "children",
                        foreignKey("b").references("parents", "a").deferrable(Deferrability.INITIALLY_DEFERRED));
                assertThat(q.getForeignKeyReferences("children"))
                        .extracting(ForeignKey::deferrability)
                        .contains(Deferrability.INITIALLY_DEFERRED);
            } else {
                assertThatThrownBy(() -> q.addConstraint(
                                "children",
                                foreignKey("b")
                                        .references("parents", "a")
                                        .deferrable(Deferrability.INITIALLY_DEFERRED)))
                        .isInstanceOf(PreflightException.class)
                        .hasMessageContaining("DEFERRABLE");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_labels_of_an_enum_change_with_a_look_at_the_rows(PostgresServer postgres) {
        return each(postgres, "enum", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable("users", t -> t.column("id", integer().primaryKey())
                            .column("role", enumOf("admin", "guest")))
                    .insert("users", Map.of("id", 1, "role", "guest"));

            q.changeColumn("users", "role", enumOf("owner", "admin", "guest"));
            q.update("users", Map.of("role", "owner"), Map.of("id", 1));
            assertThatThrownBy(() -> q.changeColumn("users", "role", enumOf("admin", "guest")))
                    .isInstanceOf(DirtyDataException.class)
                    .hasMessageContaining("owner");
            q.changeColumn("users", "role", enumOf("guest", "owner"));
            assertThat(q.query("SELECT role FROM users"))
                    .extracting(r -> r.get("role"))
                    .containsExactly("owner");

            q.renameEnumLabel("users", "role", "owner", "boss");
            assertThat(q.query("SELECT role FROM users"))
                    .extracting(r -> r.get("role"))
                    .containsExactly("boss");
            assertThatThrownBy(() -> q.renameEnumLabel("users", "role", "gues", "visitor"))
                    .hasMessageContaining("did you mean guest?");
        });
    }

    /** PostgreSQL renames it whatever uses the type: it stays the type that it is. */
    @Test
    void a_label_of_a_type_that_others_use_is_renamed_for_all(PostgresServer postgres) {
        Database database = postgres.fresh();
        QueryInterface q = QueryInterface.of(database)
                .createEnum("role", "guest", "admin")
                .sql("CREATE TABLE users (id int PRIMARY KEY, role role DEFAULT 'guest' CHECK (role <> 'admin'))")
                .sql("CREATE TABLE friends (id int PRIMARY KEY, role role)")
                .sql("INSERT INTO users VALUES (1, 'guest')")
                .sql("INSERT INTO friends VALUES (1, 'guest')")
                .sql("CREATE FUNCTION f(role) RETURNS int LANGUAGE sql RETURN 1")
                .sql("CREATE VIEW shown AS SELECT role FROM users");
        CanonicalSchema before = database.read();

        Migrator migrator = Migrator.of(new Step("1-rename", m -> m.renameEnumLabel("users", "role", "guest", "visitor")
                .renameEnumLabel("role", "admin", "boss")));
        migrator.up(database);
        assertThat(q.query("SELECT role::text FROM users UNION ALL SELECT role::text FROM friends"))
                .extracting(r -> r.get("role"))
                .containsExactly("visitor", "visitor");
        assertThat(database.read()
                        .schema()
                        .table("users")
                        .orElseThrow()
                        .column("role")
                        .orElseThrow()
                        .generation())
                .isEqualTo(Generation.defaultTo("'visitor'::role"));
        assertThatThrownBy(() -> q.renameEnumLabel("role", "vistor", "guest"))
                .hasMessageContaining("did you mean visitor?");
        assertThatThrownBy(() -> q.renameEnumLabel("role", "visitor", "boss"))
                .hasMessageContaining("The enum type role has the label boss already.");
        migrator.undo(database);
        assertThat(CallHandler.withoutOwn(database.read())).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> a_renamed_label_comes_back(PostgresServer postgres) {
        Migration users = new Step(
                "1-users",
                q -> q.createTable("users", t -> t.column("id", integer().primaryKey())
                        .column("role", enumOf("admin", "guest").notNull().defaultValue("guest"))));
        Migration rename = new Step("2-rename", q -> q.renameEnumLabel("users", "role", "guest", "visitor"));
        Migrator migrator = Migrator.of(users, rename);
        return each(postgres, "enum", (database, server) -> {
            migrator.step(1).up(database);
            CanonicalSchema before = CallHandler.withoutOwn(database.read());
            QueryInterface q = QueryInterface.of(database).insert("users", Map.of("id", 1));
            migrator.up(database);
            assertThat(q.query("SELECT role FROM users"))
                    .extracting(r -> r.get("role"))
                    .containsExactly("visitor");
            migrator.undo(database);
            assertThat(CallHandler.withoutOwn(database.read())).isEqualTo(before);
            assertThat(q.query("SELECT role FROM users"))
                    .extracting(r -> r.get("role"))
                    .containsExactly("guest");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_column_is_put_elsewhere_where_a_server_has_positions(PostgresServer postgres) {
        Migration users = new Step(
                "1-users",
                q -> q.createTable(
                        "users",
                        t -> t.column("a", integer()).column("b", integer()).column("c", integer())));
        Migration move = new Step("2-move", q -> q.changeColumn("users", "c", integer(), ColumnPosition.atFirst())
                .changeColumn("users", "a", string(10).notNull(), ColumnPosition.after("b")));
        Migrator migrator = Migrator.of(users, move);
        return each(postgres, "positions", (database, server) -> {
            migrator.up(database);
            QueryInterface q = QueryInterface.of(database);
            assertThat(q.describeTable("users").columnNames())
                    .isEqualTo(server.isTransactional() ? List.of("a", "b", "c") : List.of("c", "b", "a"));
            assertThat(q.describeTable("users").column("a").orElseThrow().nullable())
                    .isFalse();
            migrator.undo(database);
            assertThat(q.describeTable("users").columnNames()).containsExactly("a", "b", "c");
            assertThat(q.describeTable("users").column("a").orElseThrow().nullable())
                    .isTrue();
        });
    }

    @TestFactory
    Stream<DynamicTest> what_stands_together_is_one_change_in_an_order_that_works(PostgresServer postgres) {
        return each(postgres, "together", (database, server) -> {
            QueryInterface q = QueryInterface.of(database);
            q.together(all -> {
                all.createTable("eggs", t -> t.column("id", integer().primaryKey())
                        .column("hen_id", integer().references("hens", "id")));
                all.createTable("hens", t -> t.column("id", integer().primaryKey())
                        .column("egg_id", integer().references("eggs", "id")));
            });
            assertThat(q.getForeignKeyReferences("eggs")).hasSize(1);
            assertThat(q.getForeignKeyReferences("hens")).hasSize(1);

            q.together(all -> {
                all.removeColumn("eggs", "hen_id");
                all.addColumn("eggs", Column.of("white", new DataType.Bool()).notNull());
                all.dropTable("hens");
                all.changeComment("eggs", "of hens that are gone");
            });
            assertThat(q.describeTable("eggs").columnNames()).containsExactly("id", "white");
            assertThat(q.describeTable("eggs").comment()).contains("of hens that are gone");

            assertThatThrownBy(() -> q.together(all -> all.renameColumn("eggs", "white", "brown")))
                    .hasMessageContaining("Put it before, in a call of its own: rename column eggs.white to brown");
            assertThatThrownBy(() -> q.together(all -> all.sql("SELECT 1")))
                    .hasMessageContaining("sql has its place before or after it");
        });
    }

    @TestFactory
    Stream<DynamicTest> a_column_that_is_there_is_not_added_again(PostgresServer postgres) {
        Migration orders = new Step(
                "1-orders",
                q -> q.createTable(
                        "orders", t -> t.column("total", integer().notNull().defaultValue(0))));
        Migration again = new Step("2-again", q -> q.addColumn("orders", "total", decimal(8, 2)));
        return each(postgres, "twice", (database, server) -> {
            Migrator.of(orders).up(database);
            CanonicalSchema before = database.read();
            String there = "Table orders has a column total already, of type INTEGER. Change it with changeColumn,"
                    + " or give the new one another name.";
            QueryInterface q = QueryInterface.of(database);
            assertThatThrownBy(() -> q.addColumn("orders", "total", decimal(8, 2)))
                    .hasMessage(there);
            assertThatThrownBy(() -> q.addColumn("orders", Column.of("total", new DataType.Bool())))
                    .hasMessage(there);
            assertThatThrownBy(() -> q.together(
                            all -> all.addColumn("orders", "n", integer()).addColumn("orders", "n", integer())))
                    .hasMessageStartingWith("Table orders has a column n already");
            assertThatThrownBy(() -> Migrator.of(orders, again).up(database))
                    .isInstanceOf(MigrationProblemsException.class)
                    .hasMessageContaining("2-again: " + there);
            assertThat(database.read()).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_referenced_does_not_go_and_the_foreign_key_in_the_way_is_named(
            PostgresServer postgres) {
        return each(postgres, "referenced", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable("users", t -> t.column("id", integer().primaryKey()))
                    .createTable("orders", t -> t.column("user", integer().references("users", "id")));
            CanonicalSchema before = database.read();
            String name = q.getForeignKeyReferences("orders").get(0).name().orElseThrow();
            String remedy = "Drop the foreign key first, removeConstraint(\"orders\", \"" + name
                    + "\"), or the table it belongs to.";

            assertThatThrownBy(() -> q.dropTable("users"))
                    .isInstanceOf(PreflightException.class)
                    .hasMessageContaining(
                            "orders(user) [" + name + "] references users(id), which would go. " + remedy + " [FK001]");
            assertThatThrownBy(() -> q.removeColumn("users", "id"))
                    .hasMessageContaining("references users(id), of which a column would go. " + remedy + " [FK002]");
            assertThatThrownBy(() -> q.removeConstraint("users", thePrimaryKey()))
                    .hasMessageContaining(
                            "references users(id), which would no longer be unique. " + remedy + " [FK003]");
            assertThatThrownBy(() -> q.changeColumn("orders", "user", integer().references("user", "id")))
                    .hasMessageContaining("orders(user) references table user, which is neither declared");
            assertThat(database.read()).isEqualTo(before);

            q.removeConstraint("orders", name).dropTable("users");
            assertThat(q.showAllTables()).containsExactly(QualifiedName.of("orders"));
        });
    }

    @TestFactory
    Stream<DynamicTest> an_index_that_is_not_there_is_told_from_those_that_are(PostgresServer postgres) {
        return each(postgres, "index", (database, server) -> {
            QueryInterface q = QueryInterface.of(database)
                    .createTable("users", t -> t.column("id", integer().primaryKey())
                            .column("age", integer())
                            .constraint(check("age > 0").named("adult")));
            assertThatThrownBy(() -> q.removeIndex("users", "by_ag"))
                    .hasMessage("Table users has no index by_ag. It has: no indexes.");
            q.addIndex("users", IndexSpec.on("age").named("by_age"))
                    .addConstraint("users", unique("id", "age").named("once"))
                    .addConstraint(
                            "users", foreignKey("age").references("users", "id").named("older"));
            String present = " It has: by_age, once.";
            assertThatThrownBy(() -> q.removeIndex("users", "by_ag")).hasMessageEndingWith(present);
            assertThatThrownBy(() -> q.renameIndex("users", "by_ag", "x")).hasMessageEndingWith(present);
            assertThatThrownBy(() -> q.removeIndexOn("users", "id", "age")).hasMessageEndingWith(present);
            assertThatThrownBy(() -> q.removeConstraint("users", "old"))
                    .hasMessageContaining("adult, by_age, older, once");
        });
    }
}
