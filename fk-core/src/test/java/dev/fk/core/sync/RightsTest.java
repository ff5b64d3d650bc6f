package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.database.StatementFailedException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.explain.Explanation;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What users are told who may not do what a sync takes; the statements they are shown are executed. */
@OnPostgres
@Tag("thorough")
class RightsTest {
    private static final Models USERS = Models.define(models -> models.model(
            "User",
            m -> m.tableName("users").attribute("id", integer().primaryKey()).noTimestamps()));

    private static final Models PRICES = Models.define(models -> models.model("Price", m -> m.tableName("prices")
            .attribute("id", integer().primaryKey())
            .attribute("net", integer().notNull())
            .attribute("gross", integer().notNull())
            .check("positive", "net>0 and gross>=net")
            .noTimestamps()));

    /** A user named like the database, with this right. */
    private static Database other(EachServer.FreshDatabase fresh, Database owner, String right, String parameters) {
        String name = owner.server().database() + "_u";
        owner.execute(new Sql(
                owner.url().startsWith("jdbc:postgresql")
                        ? "CREATE ROLE " + name + " LOGIN PASSWORD 'fk'"
                        : "CREATE USER " + name + " IDENTIFIED BY 'fk'"));
        owner.execute(new Sql(right + " TO " + name));
        String url = fresh.url().replaceFirst("[?]", "?&").replaceAll("&(user|password)=[^&]*", "");
        return Database.at(url.replaceFirst("[?]&?", "?user=" + name + "&password=fk&") + parameters);
    }

    private static void dropUser(Database owner) {
        String name = owner.server().database() + "_u";
        if (owner.url().startsWith("jdbc:postgresql")) {
            owner.execute(new Sql("DROP OWNED BY " + name));
        }
        owner.execute(new Sql("DROP USER " + name));
    }

    private static void grant(Database owner, List<Explanation> explanations) {
        assertThat(explanations).isNotEmpty();
        explanations.forEach(e -> e.fix().before().forEach(owner::execute));
    }

    @TestFactory
    Stream<DynamicTest> to_rehearse_are_told_with_what_gives_them(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("rehearsal", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(USERS, owner);
                    owner.execute(new Sql("ALTER TABLE users ADD COLUMN more INT"));
                    Database user = other(
                            fresh,
                            owner,
                            server.isTransactional() ? "ALTER TABLE users OWNER" : "GRANT SELECT, ALTER ON users",
                            "");
                    try {
                        Sync sync = Sync.alter().allowing(Risk.DESTRUCTIVE).rehearsing();

                        DatabaseException refused =
                                catchThrowableOfType(DatabaseException.class, () -> sync.run(USERS, user));
                        grant(owner, refused.explanations());
                        sync.run(USERS, user);

                        assertThat(sync.plan(USERS, owner).steps()).isEmpty();
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    /** Few roles that own tables own the database: what is said in other words there is no difference. */
    @TestFactory
    Stream<DynamicTest> to_ask_how_expressions_are_written_are_those_of_an_owner_of_tables(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("expressions", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(PRICES, owner);
                    String base = owner.server().database();
                    Database user = other(
                            fresh,
                            owner,
                            server.isTransactional()
                                    ? "ALTER TABLE prices OWNER"
                                    : "GRANT SELECT, ALTER, CREATE, DROP, INSERT ON " + base + ".*",
                            "");
                    if (server.isTransactional()) {
                        owner.execute(new Sql("REVOKE CREATE ON SCHEMA public FROM PUBLIC"));
                    }
                    try {
                        if (server.isTransactional()) {
                            assertThat(Sync.alter().plan(PRICES, user).steps()).isEmpty();
                            owner.execute(new Sql("REVOKE TEMPORARY ON DATABASE " + base + " FROM PUBLIC"));
                        }
                        DatabaseException refused = catchThrowableOfType(
                                DatabaseException.class, () -> Sync.alter().plan(PRICES, user));
                        grant(owner, refused.explanations());
                        assertThat(Sync.alter().plan(PRICES, user).steps()).isEmpty();
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    /** MariaDB hides checks from users who have rights on single tables alone. */
    @TestFactory
    Stream<DynamicTest> to_single_tables_suffice_to_see_checks_or_it_is_told_that_they_do_not() {
        return EachServer.family()
                .map(server -> server.test("a user of a table", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(PRICES, owner);
                    String base = owner.server().database();
                    Database user = other(fresh, owner, "GRANT ALL ON " + base + ".prices", "");
                    try {
                        DatabaseException refused = catchThrowableOfType(DatabaseException.class, user::read);
                        if (owner.server().product().equals("MariaDB")) {
                            assertThat(refused).hasMessageContaining("the checks of prices are not shown");
                            grant(owner, refused.explanations());
                        } else {
                            assertThat(refused).isNull();
                        }
                        assertThat(user.read()).isEqualTo(owner.read());
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> to_see_rows_are_told_before_there_seem_to_be_no_orphans(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("orphans that cannot be seen", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Stream.of(
                                    "CREATE TABLE parent (id INT PRIMARY KEY)",
                                    "CREATE TABLE child (id INT PRIMARY KEY, p INT)")
                            .map(Sql::new)
                            .forEach(owner::execute);
                    orphan(server, owner);
                    Database user = other(fresh, owner, "GRANT INSERT, REFERENCES ON child", "");
                    owner.execute(
                            new Sql("GRANT SELECT ON parent TO " + user.server().database() + "_u"));
                    if (server.isTransactional()) {
                        owner.execute(new Sql("ALTER TABLE child ENABLE ROW LEVEL SECURITY"));
                        owner.execute(new Sql("CREATE POLICY few ON child USING (id > 1)"));
                    }
                    try {
                        Schema live = owner.read().schema();
                        for (int rights = server.isTransactional() ? 2 : 1; rights > 0; rights--) {
                            DatabaseException refused = catchThrowableOfType(
                                    DatabaseException.class, () -> user.data().orphans(live));
                            grant(owner, refused.explanations());
                        }
                        assertThat(user.data().orphans(live)).hasSize(1);
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    /** One that nobody checked. */
    private static void orphan(EachServer server, Database owner) {
        String key = "ALTER TABLE child ADD CONSTRAINT lost FOREIGN KEY (p) REFERENCES parent (id)";
        owner.execute(new Sql("INSERT INTO child VALUES (1, 7)"));
        if (server.isTransactional()) {
            owner.execute(new Sql(key + " NOT VALID"));
        } else {
            owner.onOneConnection(one -> {
                one.execute(new Sql("SET foreign_key_checks = 0"));
                one.execute(new Sql(key));
                one.execute(new Sql("SET foreign_key_checks = 1"));
                return one;
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> to_create_tables_in_a_schema_are_told_also_if_it_cannot_be_seen(PostgresServer postgres) {
        return EachServer.all(postgres)
                .filter(EachServer::isTransactional)
                .map(server -> server.test("a schema on the search path", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    owner.execute(new Sql("CREATE SCHEMA shop"));
                    Database user = other(
                            fresh,
                            owner,
                            "GRANT TEMPORARY ON DATABASE " + owner.server().database(),
                            "&currentSchema=shop");
                    try {
                        assertThat(user.server().defaultSchema()).isEqualTo("shop");
                        StatementFailedException refused =
                                catchThrowableOfType(StatementFailedException.class, () -> Sync.create()
                                        .run(USERS, user));
                        assertThat(refused).hasMessageContaining("no privilege USAGE or CREATE on schema shop");

                        grant(owner, refused.explanations());
                        Sync.create().verifying().run(USERS, user);
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    /** MariaDB hides them from users who may only SELECT: they must not be taken for missing. */
    @TestFactory
    Stream<DynamicTest> to_read_rows_suffice_to_see_foreign_keys_or_it_is_told_that_they_do_not() {
        return EachServer.family()
                .map(server -> server.test("a reader", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(USERS, owner);
                    owner.execute(
                            new Sql("CREATE TABLE pets (id INT PRIMARY KEY, FOREIGN KEY (id) REFERENCES users (id))"));
                    Database user = other(
                            fresh, owner, "GRANT SELECT ON " + owner.server().database() + ".*", "");
                    try {
                        DatabaseException refused = catchThrowableOfType(DatabaseException.class, user::read);
                        if (owner.server().product().equals("MariaDB")) {
                            grant(owner, refused.explanations());
                        } else {
                            assertThat(refused).isNull();
                        }
                        assertThat(user.read()).isEqualTo(owner.read());
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    /** MySQL and MariaDB show a table to users with a privilege on it alone: others must not be taken for missing. */
    @TestFactory
    Stream<DynamicTest> on_single_tables_hide_the_others_which_are_not_created_then() {
        return EachServer.family().flatMap(server -> Stream.of(Sync.create(), Sync.alter(), Sync.force())
                .map(sync -> server.test("a user of one table, " + sync, fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(USERS, owner);
                    owner.execute(new Sql("CREATE TABLE pets (id INT PRIMARY KEY)"));
                    Database user = other(fresh, owner, "GRANT ALL ON pets", "");
                    try {
                        DatabaseException refused =
                                catchThrowableOfType(DatabaseException.class, () -> sync.plan(USERS, user));
                        assertThat(refused)
                                .hasMessageContaining("has no privilege at all on users")
                                .hasMessageContaining("GRANT REFERENCES ON");

                        grant(owner, refused.explanations());
                        assertThat(Sync.alter().plan(USERS, user).steps()).isEmpty();
                    } finally {
                        dropUser(owner);
                    }
                })));
    }

    /** Who may create and alter tables sees them without their columns. */
    @TestFactory
    Stream<DynamicTest> to_alter_tables_hide_their_columns_which_are_not_added_then() {
        return EachServer.family()
                .map(server -> server.test("a user without SELECT", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Sync.create().run(USERS, owner);
                    Database user = other(
                            fresh,
                            owner,
                            "GRANT CREATE, ALTER, DROP ON " + owner.server().database() + ".*",
                            "");
                    try {
                        DatabaseException refused = catchThrowableOfType(
                                DatabaseException.class, () -> Sync.alter().plan(USERS, user));
                        assertThat(refused)
                                .hasMessageContaining("SELECT, INSERT, UPDATE and REFERENCES on users")
                                .hasMessageContaining("does not show its columns");

                        grant(owner, refused.explanations());
                        assertThat(Sync.alter().plan(USERS, user).steps()).isEmpty();
                    } finally {
                        dropUser(owner);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> on_a_table_that_is_still_to_come_are_enough_to_know_that_it_is_not_there() {
        return EachServer.family()
                .map(server -> server.test("a user of a new table", fresh -> {
                    Database owner = Database.of(fresh.dataSource());
                    Database user = other(fresh, owner, "GRANT SELECT, CREATE ON users", "");
                    try {
                        Sync.create().run(USERS, user);
                        assertThat(Sync.alter().plan(USERS, owner).steps()).isEmpty();
                    } finally {
                        dropUser(owner);
                    }
                }));
    }
}
