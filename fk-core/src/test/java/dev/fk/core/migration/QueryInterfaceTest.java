package dev.fk.core.migration;

import static dev.fk.core.migration.Constraints.check;
import static dev.fk.core.migration.Constraints.foreignKey;
import static dev.fk.core.migration.Constraints.foreignKeyOn;
import static dev.fk.core.migration.Constraints.primaryKey;
import static dev.fk.core.migration.Constraints.thePrimaryKey;
import static dev.fk.core.migration.Constraints.unique;
import static dev.fk.core.model.Attributes.enumOf;
import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static dev.fk.core.schema.ReferentialAction.SET_NULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DirtyDataException;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.diff.ColumnPosition;
import dev.fk.core.plan.PreflightException;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Constraint;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@OnPostgres
class QueryInterfaceTest {
    private static QueryInterface usersAndEmails(Database database) {
        return QueryInterface.of(database)
                .createTable("users", t -> t.column("id", integer().primaryKey().autoIncrement())
                        .column("name", string().unique()))
                .createTable("user_emails", t -> t.column(
                                "id", integer().primaryKey().autoIncrement())
                        .column("userId", integer().references("users", "id").onDelete(CASCADE)));
    }

    @Test
    void creates_tables_with_references(Database database) {
        QueryInterface q = usersAndEmails(database);

        assertThat(q.getForeignKeyReferences("user_emails")).singleElement().satisfies(k -> assertThat(k.name())
                .contains("user_emails_userId_fkey"));
        assertThat(q.showAllTables()).map(Object::toString).containsExactly("user_emails", "users");
    }

    @Test
    void adds_a_column_with_a_foreign_key_and_removes_it_again(Database database) {
        QueryInterface q = usersAndEmails(database);
        Table before = q.describeTable("users");

        q.createTable("regions", t -> t.column("id", integer().primaryKey()))
                .addColumn(
                        "users",
                        "region_id",
                        integer().references("regions", "id").onDelete(SET_NULL));
        assertThat(q.getForeignKeyReferences("users")).hasSize(1);

        q.removeColumn("users", "region_id");
        assertThat(q.describeTable("users")).isEqualTo(before);
    }

    @Test
    void an_enum_type_in_use_is_not_dropped_and_its_columns_are_named(Database database) {
        QueryInterface q = QueryInterface.of(database)
                .createEnum("mood", "happy", "sad")
                .sql("CREATE TABLE people (m mood, past mood[])");

        assertThatThrownBy(() -> q.dropEnum("mood"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The enum type mood is the type of people.m, people.past, so that the server would refuse"
                        + " to drop it. Remove those columns or change the type first, with removeColumn or"
                        + " changeColumn. An enum type goes with the last column that has it, and then needs no"
                        + " dropEnum.");

        q.removeColumn("people", "past").changeColumn("people", "m", string());
        assertThat(database.read().schema().enums()).isEmpty();
    }

    @Test
    void an_enum_type_that_more_than_columns_use_is_not_dropped_and_stays_behind_the_last_column(Database database) {
        QueryInterface q = QueryInterface.of(database)
                .createEnum("mood", "happy", "sad")
                .sql("CREATE FUNCTION cheer(who mood) RETURNS mood[] LANGUAGE sql AS 'SELECT NULL::mood[]'")
                .sql("CREATE DOMAIN temper AS mood")
                .sql("CREATE TYPE state AS (m mood)")
                .sql("CREATE VIEW moods AS SELECT 'sad'::mood AS m")
                .sql("CREATE SCHEMA other")
                .sql("CREATE TABLE other.people (m mood)")
                .sql(
                        "CREATE TABLE people (id int, m mood DEFAULT 'sad' CHECK (m <> 'happy'), said text DEFAULT 'sad'::mood)");
        assertThat(database.usersOf(List.of(QualifiedName.of("moods"), QualifiedName.of("mood")))
                        .get(QualifiedName.of("mood")))
                .containsExactly(
                        "column m of composite type state",
                        "column m of table other.people",
                        "function cheer(mood)",
                        "type temper",
                        "view moods");
        Step first = new Step("1", m -> m.removeColumn("people", "m"));
        Migrator removes = Migrator.of(first);

        assertThat(removes.plan(database)).doesNotContain("DROP TYPE");
        removes.up(database);
        assertThat(database.read().schema().enums()).hasSize(1);

        assertThatThrownBy(() -> Migrator.of(
                                first, new Step("2", m -> m.dropTable("people").dropEnum("mood")))
                        .up(database))
                .hasMessageContaining(
                        "The enum type mood is used by column m of composite type state, column m of table"
                                + " other.people, function cheer(mood), type temper, view moods, so that the server would refuse to drop it. Drop or change those first,"
                                + " with q.sql(…).");
        q.sql("DROP SCHEMA other CASCADE")
                .sql("DROP VIEW moods")
                .sql("DROP TYPE state")
                .sql("DROP DOMAIN temper")
                .sql("DROP FUNCTION cheer")
                .dropTable("people")
                .dropEnum("mood");
        assertThat(database.read().schema().enums()).isEmpty();
    }

    @Test
    void an_enum_type_has_no_label_twice(Database database) {
        QueryInterface q = QueryInterface.of(database);
        String refused = "The enum type mood would have the label 'sad' more than once. Name each label once.";

        assertThatThrownBy(() -> q.createEnum("mood", "sad", "sad"))
                .isInstanceOf(MigrationException.class)
                .hasMessage(refused);
        q.createEnum("mood", "sad");
        assertThatThrownBy(() -> q.changeEnum("mood", "sad", "happy", "sad"))
                .isInstanceOf(MigrationException.class)
                .hasMessage(refused);
    }

    @Test
    void a_reference_to_a_table_that_is_not_there_is_refused_with_the_nearest(Database database) {
        QueryInterface q = usersAndEmails(database);

        assertThatThrownBy(() -> q.addColumn("users", "boss", integer().references("user", "id")))
                .isInstanceOf(PreflightException.class)
                .hasMessageContaining(
                        "users(boss) references table user, which is neither declared nor in the database;"
                                + " did you mean users?");
        assertThat(q.describeTable("users").column("boss")).isEmpty();
    }

    @Test
    void rows_that_do_not_fit_are_found_before_the_call_runs(Database database) {
        QueryInterface q = usersAndEmails(database)
                .sql("INSERT INTO users (name) VALUES ('ann'), (NULL)")
                .sql("INSERT INTO user_emails (\"userId\") VALUES (1), (2), (2)");

        assertThatThrownBy(() -> q.changeColumn("users", "name", string().notNull()))
                .isInstanceOf(DirtyDataException.class)
                .hasMessageContaining("1 row of users with NULL in name, which is to be NOT NULL. [FK303]\n"
                        + "    id = 2, name = NULL\n");
        q.transaction(inside -> {
            assertThatThrownBy(() -> inside.addConstraint("user_emails", unique("userId")))
                    .isInstanceOf(DirtyDataException.class)
                    .hasMessageContaining("1 value of user_emails.userId in more than one row. [FK304]\n"
                            + "    id = 2, userId = 2\n    id = 3, userId = 2\n");
            assertThatThrownBy(() -> inside.addConstraint("users", check("1 / (id - 1) > 0", "id")))
                    .isInstanceOf(StatementFailedException.class);
            inside.sql("ROLLBACK");
        });
        assertThat(q.describeTable("user_emails").uniqueKeys()).isEmpty();
    }

    @Test
    void constraints_get_the_default_names_of_sequelize(Database database) {
        QueryInterface q = usersAndEmails(database);

        q.addColumn("user_emails", "other", integer())
                .addConstraint("user_emails", foreignKey("other").references("users", "id"))
                .addConstraint("user_emails", unique("userId", "other"))
                .addConstraint("user_emails", check("other > 0", "other"))
                .createTable("plain", t -> t.column("id", integer().notNull()))
                .addConstraint("plain", primaryKey("id").named("plain_key"));

        assertThat(q.showConstraints("user_emails").stream().flatMap(c -> c.name().stream()))
                .contains("user_emails_other_users_fk", "user_emails_userId_other_uk", "user_emails_other_ck");
        assertThat(q.describeTable("plain").primaryKey().flatMap(Constraint::name))
                .contains("plain_key");
    }

    @Test
    void a_foreign_key_is_removed_by_its_columns_whatever_its_name(Database database) {
        QueryInterface q = usersAndEmails(database)
                .addConstraint(
                        "user_emails",
                        foreignKey("id").references("users", "id").named("odd name"));

        q.removeConstraint("user_emails", foreignKeyOn("id"));

        assertThat(q.getForeignKeyReferences("user_emails"))
                .map(ForeignKey::columns)
                .containsExactly(List.of("userId"));
    }

    @Test
    void what_is_not_there_is_named_with_what_is(Database database) {
        QueryInterface q = usersAndEmails(database);

        assertThatThrownBy(() -> q.removeConstraint("user_emails", foreignKeyOn("user_id")))
                .hasMessage("Table user_emails has no foreign key on (user_id)."
                        + " It has: user_emails_pkey, user_emails_userId_fkey.");
        assertThatThrownBy(() -> q.removeColumn("users", "nmae"))
                .hasMessage("Table users has no column nmae; did you mean name? Its columns are: id, name.");
        assertThatThrownBy(() -> q.dropTable("user"))
                .hasMessage("There is no table user; did you mean users? The tables are: user_emails, users.");
    }

    @Test
    void renaming_a_column_loses_nothing(Database database) {
        QueryInterface q = usersAndEmails(database).renameColumn("users", "id", "no");

        assertThat(q.getForeignKeyReferences("user_emails").get(0).referencedColumns())
                .containsExactly("no");
        assertThat(q.describeTable("users")
                        .column("no")
                        .orElseThrow()
                        .generation()
                        .toString())
                .isEqualTo("INSTANCE");
    }

    @Test
    void an_enum_type_comes_and_goes_with_its_last_column(Database database) {
        QueryInterface q = usersAndEmails(database).addColumn("users", "role", enumOf("admin", "guest"));
        assertThat(database.read().schema().enums()).hasSize(1);

        q.removeColumn("users", "role");
        assertThat(database.read().schema().enums()).isEmpty();
    }

    @Test
    void changing_a_column_under_a_foreign_key_replaces_the_key_once(Database database) {
        QueryInterface q = usersAndEmails(database)
                .changeColumn("user_emails", "userId", integer().notNull().references("users", "id"));

        assertThat(q.getForeignKeyReferences("user_emails"))
                .singleElement()
                .satisfies(k -> assertThat(k.onDelete().sql()).isEqualTo("NO ACTION"));
    }

    @Test
    void a_transaction_that_fails_leaves_nothing(Database database) {
        QueryInterface q = usersAndEmails(database);

        assertThatThrownBy(() -> q.transaction(inside -> inside.removeConstraint("user_emails", foreignKeyOn("userId"))
                        .removeConstraint("user_emails", "missing")))
                .hasMessageStartingWith("Table user_emails has no constraint missing.");
        assertThat(q.getForeignKeyReferences("user_emails")).hasSize(1);
    }

    @Test
    void a_transaction_that_succeeds_is_committed_whole(Database database) {
        QueryInterface q = usersAndEmails(database);

        q.transaction(inside -> inside.removeConstraint("user_emails", "user_emails_userId_fkey")
                .addIndex("user_emails", "userId"));

        assertThat(q.getForeignKeyReferences("user_emails")).isEmpty();
        assertThat(q.showIndexes("user_emails")).map(i -> i.name().orElse("")).containsExactly("user_emails_user_id");
    }

    @Test
    void all_tables_go_whatever_their_foreign_keys(Database database) {
        assertThat(usersAndEmails(database).dropAllTables().showAllTables()).isEmpty();
    }

    @Test
    void a_table_without_a_name_is_told(Database database) {
        QueryInterface q = QueryInterface.of(database);

        assertThatThrownBy(() -> q.dropTable(nothing())).hasMessage("The name of a table or type is null.");
        assertThatThrownBy(() -> q.dropTable("")).hasMessage("The name of a table or type is empty.");
    }

    /** As somebody passes it whose compiler does not look at annotations. */
    @SuppressWarnings("NullAway")
    private static String nothing() {
        return null;
    }

    @Test
    void all_tables_of_another_schema_go_and_no_other(Database database) {
        QueryInterface q = QueryInterface.of(database)
                .createTable(
                        "users", t -> t.column("id", integer().primaryKey()).column("role", enumOf("a", "b")));
        QueryInterface audit = q.sql("CREATE SCHEMA audit").inSchema("audit").createTable("log", t -> t.column(
                        "id", integer().references("users", "id"))
                .column("kind", enumOf("in", "out")));
        assertThat(audit.showAllTables()).containsExactly(QualifiedName.of("audit", "log"));

        audit.dropAllTables();

        Schema left =
                database.withScope(database.scope().and(Set.of("audit"))).read().schema();
        assertThat(left.tables().keySet()).containsExactly(QualifiedName.of("users"));
        assertThat(left.enums().keySet()).containsExactly(QualifiedName.of("enum_users_role"));
    }

    @Test
    void a_column_goes_behind_one_that_is_there(Database database) {
        QueryInterface q = QueryInterface.of(database)
                .createTable("users", t -> t.column("title", integer().primaryKey()));

        assertThatThrownBy(() -> q.addColumn("users", "no", integer(), ColumnPosition.after("titel")))
                .hasMessage("Table users has no column titel; did you mean title? Its columns are: title.");
    }

    @Test
    void tables_of_another_schema_are_reached_through_it(Database database) {
        QueryInterface audit =
                QueryInterface.of(database).sql("CREATE SCHEMA audit").inSchema("audit");

        audit.createTable("log", t -> t.column("id", integer().primaryKey())).renameTable("log", "entries");

        assertThat(audit.describeTable("entries").name()).hasToString("audit.entries");
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> the_only_index_of_a_foreign_key_is_not_removed() {
        return EachServer.family()
                .map(server -> server.test("the only index", fresh -> {
                    Database database = Database.of(fresh.dataSource());
                    QueryInterface q = QueryInterface.of(database)
                            .createTable("p", t -> t.column("id", integer().primaryKey()))
                            .createTable("j", t -> t.column("a", integer().notNull())
                                    .column("b", integer().notNull())
                                    .constraint(primaryKey("a", "b"))
                                    .constraint(foreignKey("a")
                                            .references("p", "id")
                                            .named("j_p")))
                            .createTable("i", t -> t.column("a", integer())
                                    .column("b", integer())
                                    .constraint(foreignKey("a")
                                            .references("p", "id")
                                            .named("i_p")))
                            .addIndex("i", IndexSpec.on("a", "b").named("i_ab"));
                    CanonicalSchema before = database.read();

                    assertThatThrownBy(() -> q.removeConstraint("j", thePrimaryKey()))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining(
                                    "j(a) [j_p] references p(id) and needs an index that begins with a, but the"
                                            + " only one would go. Add another one first, addIndex(\"j\", \"a\"), or drop the foreign"
                                            + " key first, removeConstraint(\"j\", \"j_p\"). [FK106]");
                    assertThatThrownBy(() -> q.removeIndex("i", "i_ab"))
                            .isInstanceOf(PreflightException.class)
                            .hasMessageContaining("[FK106]");
                    assertThat(database.read()).isEqualTo(before);

                    q.addIndex("i", "a").removeIndex("i", "i_ab");
                    q.removeConstraint("j", "j_p").removeConstraint("j", thePrimaryKey());
                    q.together(t -> t.addConstraint("j", primaryKey("a", "b"))
                            .addConstraint(
                                    "j", foreignKey("a").references("p", "id").named("j_p")));
                    q.together(t -> t.removeConstraint("j", "j_p").removeConstraint("j", thePrimaryKey()));
                    assertThat(q.describeTable("j").constraints().filter(c -> !(c instanceof Index)))
                            .isEmpty();
                }));
    }

    @Tag("thorough")
    @TestFactory
    Stream<DynamicTest> of_two_constraints_of_one_name_it_takes_none_unless_told_which() {
        return EachServer.family()
                .filter(s -> s.toString().startsWith("mysql"))
                .map(server -> server.test("one name", fresh -> {
                    QueryInterface q = QueryInterface.of(Database.of(fresh.dataSource()));
                    q.createTable("parent", t -> t.column("id", integer().primaryKey()))
                            .createTable("child", t -> t.column("n", integer())
                                    .column("p", integer())
                                    .constraint(foreignKey("p")
                                            .references("parent", "id")
                                            .named("same"))
                                    .constraint(check("n > 0").named("same")));

                    assertThatThrownBy(() -> q.removeConstraint("child", "same"))
                            .isInstanceOf(MigrationException.class)
                            .hasMessage(
                                    "Table child has 2 constraints same: foreign key child(p) REFERENCES parent (id)"
                                            + " [same], check child (`n` > 0) [same]. Say which: foreignKeyOn(…) and uniqueOn(…)"
                                            + " select one by its columns, removeIndex(…) a unique key by its name; a check of"
                                            + " that name goes once it is the last.");
                    assertThatThrownBy(() -> q.renameConstraint("child", "same", "other"))
                            .isInstanceOf(MigrationException.class);
                    assertThat(q.showConstraints("child")).hasSize(3);

                    q.removeConstraint("child", foreignKeyOn("p")).removeConstraint("child", "same");
                    assertThat(q.showConstraints("child")).allMatch(c -> c instanceof Index);
                }));
    }
}
