package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.database.DatabaseException;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.plan.Plan;
import dev.fk.core.plan.Risk;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.OnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Functions that use what goes: the server keeps them, and they fail. */
@OnPostgres
class PostgreSqlOnlookersTest {
    private static final QualifiedName USERS = QualifiedName.of("users");

    private static void execute(Database database, String... statements) {
        for (String statement : statements) {
            database.execute(new Sql(statement));
        }
    }

    private static Plan plan(Database database, Change change) {
        ChangeSet all = ChangeSet.of(change);
        return database.planner().plan(all, database.read(), database.planner().onlookers(all));
    }

    private static String reason(Plan plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0).assessment().reason();
    }

    @Test
    void are_named_and_need_consent(Database database) {
        execute(
                database,
                "CREATE TABLE users (id int PRIMARY KEY, name text, mail text)",
                "CREATE TABLE orders (id int PRIMARY KEY, name text, payer int)",
                "CREATE FUNCTION upper_name() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN NEW.name := upper(NEW.name); RETURN NEW; END $$",
                "CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION upper_name()",
                "CREATE TRIGGER o BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION upper_name()",
                "CREATE FUNCTION of_orders() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN NEW.name := 'x'; RETURN NEW; END $$",
                "CREATE TRIGGER p BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION of_orders()",
                "CREATE FUNCTION greet(who int) RETURNS text LANGUAGE sql AS"
                        + " $$ SELECT 'Dear ' || u.name FROM users u WHERE id = who $$",
                "CREATE FUNCTION held() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(mail) FROM users; END",
                "CREATE PROCEDURE clean() LANGUAGE sql AS $$ DELETE FROM users WHERE \"name\" = '' $$",
                "CREATE FUNCTION greet() RETURNS text LANGUAGE sql AS $$ SELECT min(mail) FROM users $$",
                "CREATE SCHEMA audit",
                "CREATE FUNCTION audit.names() RETURNS text LANGUAGE sql AS $$ SELECT min(name) FROM users $$");
        String notes = "procedure clean() mentions name and would fail from then on"
                + "; function greet(who integer) mentions name and would fail from then on"
                + "; function upper_name() mentions name and would fail from then on";

        Plan rename = plan(database, new Change.RenameColumn(USERS, "name", "title"));

        assertThat(reason(rename)).isEqualTo(notes);
        assertThat(rename.steps().get(0).assessment().risk()).isEqualTo(Risk.DESTRUCTIVE);
        assertThat(reason(plan(
                        database.withScope(CatalogScope.allSchemas()),
                        new Change.RenameColumn(USERS, "name", "title"))))
                .contains("function audit.names() mentions name");
        database.run(rename);
        for (String broken : List.of("SELECT greet(1)", "INSERT INTO users VALUES (1)", "SELECT audit.names()")) {
            assertThatThrownBy(() -> database.query(new Sql(broken))).isInstanceOf(DatabaseException.class);
        }
        database.query(new Sql("SELECT greet(), held()"));
    }

    @Test
    void of_a_trigger_go_with_its_table(Database database) {
        execute(
                database,
                "CREATE TABLE users (id int PRIMARY KEY, name text)",
                "CREATE FUNCTION own() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN PERFORM count(*) FROM users; RETURN NEW; END $$",
                "CREATE TRIGGER t BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION own()",
                "CREATE FUNCTION number() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM users $$");

        Plan drop = plan(
                database,
                new Change.DropTable(database.read().schema().table(USERS).orElseThrow()));

        assertThat(reason(drop))
                .isEqualTo("table users would be dropped with its rows"
                        + "; function number() mentions users and would fail from then on");
    }

    @Test
    void that_mention_the_table_alone_are_left_alone(Database database) {
        execute(
                database,
                "CREATE TABLE users (id int PRIMARY KEY, name text)",
                "CREATE FUNCTION names() RETURNS text LANGUAGE sql AS $$ SELECT 'users' || current_user $$");

        assertThat(reason(plan(database, new Change.RenameColumn(USERS, "name", "title"))))
                .doesNotContain("would fail");
    }
}
