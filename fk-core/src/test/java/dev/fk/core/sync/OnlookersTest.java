package dev.fk.core.sync;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.migration.Migration;
import dev.fk.core.migration.Migrator;
import dev.fk.core.migration.QueryInterface;
import dev.fk.core.model.Models;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.CallCounter;
import dev.fk.core.testing.EachServer;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Views, triggers, routines and events that use what goes: the MySQL family keeps them, and they fail. */
@Tag("thorough")
class OnlookersTest {
    private static final QualifiedName USERS = QualifiedName.of("users");

    private static Models users(String... columns) {
        return Models.define(models -> models.model("User", m -> {
            m.tableName("users").attribute("id", integer().primaryKey()).noTimestamps();
            for (String column : columns) {
                m.attribute(column, string(20));
            }
        }));
    }

    private static Database with(EachServer.FreshDatabase fresh, String... statements) {
        Database database = Database.of(fresh.dataSource());
        Sync.create().run(users("name", "mail"), database);
        database.execute(new Sql("CREATE TABLE orders (id INT PRIMARY KEY, name VARCHAR(20), payer INT)"));
        for (String statement : statements) {
            database.execute(new Sql(statement));
        }
        return database;
    }

    private static String reason(Plan plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0).assessment().reason();
    }

    private static Plan plan(Database database, Change... changes) {
        ChangeSet all = ChangeSet.of(changes);
        return database.planner().plan(all, database.read(), database.planner().onlookers(all));
    }

    @TestFactory
    Stream<DynamicTest> of_a_column_that_goes_are_named_and_need_consent() {
        return EachServer.family()
                .map(server -> server.test("a dropped column", fresh -> {
                    Database database = with(
                            fresh,
                            "CREATE VIEW active_users AS SELECT id, name FROM users",
                            "CREATE TRIGGER users_bi BEFORE INSERT ON users FOR EACH ROW SET NEW.name = upper(NEW.name)");
                    Sync sync = Sync.alter();
                    String notes = "column users.name would be dropped"
                            + "; view active_users mentions name and would fail from then on"
                            + "; trigger users_bi mentions name and would fail from then on";

                    assertThatThrownBy(() -> sync.run(users("mail"), database))
                            .isInstanceOf(RefusedPlanException.class)
                            .hasMessageContaining(notes);
                    assertThat(sync.plan(users("name", "mail"), database).isEmpty())
                            .isTrue();
                    assertThat(sync.plan(users("mail"), database).toJson()).contains(notes);

                    sync.allowing(Risk.DESTRUCTIVE).run(users("mail"), database);
                    assertThatThrownBy(() -> database.query(new Sql("SELECT * FROM active_users")))
                            .isInstanceOf(DatabaseException.class)
                            .rootCause()
                            .hasMessageContaining("references invalid table(s) or column(s)");
                    assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO users (id) VALUES (1)")))
                            .isInstanceOf(DatabaseException.class);
                }));
    }

    private record Renames(String id) implements Migration {
        @Override
        public void up(QueryInterface q) {
            q.renameColumn("users", "name", "called").renameTable("orders", "purchases");
        }
    }

    @TestFactory
    Stream<DynamicTest> are_named_by_the_plan_of_a_migration() {
        return EachServer.family()
                .map(server -> server.test("renames", fresh -> {
                    Database database = with(
                            fresh,
                            "CREATE VIEW active_users AS SELECT id, name FROM users",
                            "CREATE VIEW paid AS SELECT payer FROM orders");

                    assertThat(Migrator.of(new Renames("1")).plan(database).lines())
                            .anyMatch(line -> line.contains("DESTRUCTIVE")
                                    && line.endsWith("view active_users mentions name and would fail from then on"))
                            .anyMatch(line -> line.contains("DESTRUCTIVE")
                                    && line.endsWith("view paid mentions orders and would fail from then on"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_named_only_if_they_mention_it() {
        return EachServer.family()
                .map(server -> server.test("other columns", fresh -> {
                    Database database = with(
                            fresh,
                            "CREATE TABLE bills (id INT PRIMARY KEY, name VARCHAR(20))",
                            "CREATE VIEW other AS SELECT id AS name, mail FROM users",
                            "CREATE VIEW theirs AS SELECT u.id, o.name FROM users u JOIN orders o ON o.payer = u.id",
                            "CREATE VIEW aliased AS SELECT X.id FROM users AS X ORDER BY X.NAME",
                            "CREATE VIEW beside AS SELECT id FROM orders WHERE name IN (SELECT name FROM users)",
                            "CREATE TRIGGER a_mail BEFORE INSERT ON users FOR EACH ROW SET NEW.mail = 'x'",
                            "CREATE TRIGGER b_bills AFTER UPDATE ON users FOR EACH ROW"
                                    + " INSERT INTO bills (id, name) VALUES (NEW.id, '')",
                            "CREATE TRIGGER c_quoted AFTER INSERT ON orders FOR EACH ROW"
                                    + " UPDATE `users` SET `name` = 'it\\'s' WHERE id = NEW.payer",
                            "CREATE TRIGGER d_of_orders BEFORE INSERT ON orders FOR EACH ROW SET NEW.name = 'x'");

                    assertThat(reason(Sync.alter().plan(users("mail"), database)))
                            .isEqualTo("column users.name would be dropped"
                                    + "; view aliased mentions name and would fail from then on"
                                    + "; view beside mentions name and would fail from then on"
                                    + "; trigger c_quoted mentions name and would fail from then on");
                    for (String broken : List.of("aliased", "beside")) {
                        assertThat(database.query(new Sql("SELECT * FROM " + broken)))
                                .isEmpty();
                    }
                    Sync.alter().allowing(Risk.DESTRUCTIVE).run(users("mail"), database);
                    for (String whole : List.of("other", "theirs")) {
                        assertThat(database.query(new Sql("SELECT * FROM " + whole)))
                                .isEmpty();
                    }
                    for (String broken : List.of("aliased", "beside")) {
                        assertThatThrownBy(() -> database.query(new Sql("SELECT * FROM " + broken)))
                                .isInstanceOf(DatabaseException.class);
                    }
                    database.execute(new Sql("INSERT INTO users (id) VALUES (1)"));
                    database.execute(new Sql("UPDATE users SET mail = 'y'"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> of_what_is_renamed_or_a_table_that_goes() {
        return EachServer.family()
                .map(server -> server.test("names", fresh -> {
                    Database database = with(
                            fresh,
                            "CREATE VIEW v AS SELECT name FROM users",
                            "CREATE VIEW w AS SELECT name FROM orders",
                            "CREATE TRIGGER own BEFORE INSERT ON users FOR EACH ROW SET NEW.name = 'x'",
                            "CREATE TRIGGER other AFTER INSERT ON orders FOR EACH ROW DELETE FROM users WHERE id = NEW.payer");
                    Change dropped = new Change.DropTable(
                            database.read().schema().table(USERS).orElseThrow());

                    assertThat(plan(database, new Change.RenameColumn(USERS, "name", "title"))
                                    .steps())
                            .singleElement()
                            .satisfies(s -> assertThat(s.assessment().risk()).isEqualTo(Risk.DESTRUCTIVE))
                            .satisfies(s -> assertThat(s.assessment().reason())
                                    .isEqualTo("view v mentions name and would fail from then on"
                                            + "; trigger own mentions name and would fail from then on"));
                    assertThat(reason(plan(database, dropped)))
                            .isEqualTo("table users would be dropped with its rows"
                                    + "; view v mentions users and would fail from then on"
                                    + "; trigger other mentions users and would fail from then on");
                    assertThat(reason(plan(database, new Change.RenameTable(USERS, QualifiedName.of("people")))))
                            .isEqualTo("view v mentions users and would fail from then on"
                                    + "; trigger other mentions users and would fail from then on");
                    assertThat(reason(plan(
                                    database,
                                    new Change.RenameTable(QualifiedName.of("orders"), QualifiedName.of("bills")))))
                            .isEqualTo("view w mentions orders and would fail from then on");

                    database.run(plan(database, new Change.RenameColumn(USERS, "name", "title")));
                    assertThatThrownBy(() -> database.query(new Sql("SELECT * FROM v")))
                            .isInstanceOf(DatabaseException.class);
                    assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO users (id) VALUES (1)")))
                            .isInstanceOf(DatabaseException.class);
                    database.run(plan(database, new Change.RenameTable(USERS, QualifiedName.of("people"))));
                    assertThatThrownBy(() -> database.execute(new Sql("INSERT INTO orders (id) VALUES (1)")))
                            .isInstanceOf(DatabaseException.class);
                }));
    }

    @TestFactory
    Stream<DynamicTest> may_be_views_on_views_and_programs() {
        return EachServer.family()
                .map(server -> server.test("what uses it by way of others", fresh -> {
                    Database database = with(
                            fresh,
                            "CREATE VIEW v AS SELECT id, name AS title FROM users",
                            "CREATE VIEW on_v AS SELECT id FROM v",
                            "CREATE VIEW on_on_v AS SELECT id FROM on_v",
                            "CREATE VIEW mails AS SELECT mail FROM users",
                            "CREATE PROCEDURE greet(who INT) SELECT concat('Dear ', name) FROM users WHERE id = who",
                            "CREATE PROCEDURE by_way() SELECT count(*) FROM on_on_v",
                            "CREATE PROCEDURE other() SELECT name FROM orders",
                            "CREATE FUNCTION mails() RETURNS INT READS SQL DATA RETURN (SELECT count(mail) FROM users)",
                            "CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM users WHERE name = ''");

                    assertThat(reason(Sync.alter().plan(users("mail"), database)))
                            .isEqualTo("column users.name would be dropped"
                                    + "; view v mentions name and would fail from then on"
                                    + "; procedure greet mentions name and would fail from then on"
                                    + "; event nightly mentions name and would fail from then on"
                                    + "; view on_v mentions v and would fail from then on"
                                    + "; view on_on_v mentions on_v and would fail from then on"
                                    + "; procedure by_way mentions on_on_v and would fail from then on");
                    Sync.alter().allowing(Risk.DESTRUCTIVE).run(users("mail"), database);
                    for (String broken : List.of("SELECT * FROM on_on_v", "CALL greet(1)", "CALL by_way()")) {
                        assertThatThrownBy(() -> database.query(new Sql(broken)))
                                .isInstanceOf(DatabaseException.class);
                    }
                    for (String whole : List.of("SELECT * FROM mails", "SELECT mails()", "CALL other()")) {
                        database.query(new Sql(whole));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> are_looked_for_once_and_only_if_something_goes() {
        return EachServer.family()
                .map(server -> server.test("trips", fresh -> {
                    with(fresh, "CREATE VIEW v AS SELECT name FROM users");
                    List<CallCounter> counters = new ArrayList<>();
                    Database counted = Database.of(counted(fresh.dataSource(), counters));

                    int more = trips(counters, () -> Sync.alter().plan(users("name", "mail", "note"), counted));
                    int fewer = trips(counters, () -> Sync.alter().plan(users("mail"), counted));

                    assertThat(more).isEqualTo(2);
                    assertThat(fewer).isEqualTo(more + 1);
                }));
    }

    private static DataSource counted(DataSource real, List<CallCounter> counters) {
        return (DataSource) Proxy.newProxyInstance(
                OnlookersTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    CallCounter counter = new CallCounter(real.getConnection());
                    counters.add(counter);
                    return counter.connection();
                });
    }

    private static int trips(List<CallCounter> counters, Runnable body) {
        counters.clear();
        body.run();
        return counters.stream().mapToInt(CallCounter::executions).sum();
    }
}
