package dev.fk.core.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.testing.EachServer;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Rows that are hard to make, and what cannot be taken back, on every server. */
@OnPostgres
@Tag("thorough")
class ProberTest {
    private static final QualifiedName CHILD = QualifiedName.of("child");

    private static ForeignKey key(Database database) {
        return database.read().schema().table(CHILD).orElseThrow().foreignKeys().get(0);
    }

    private static Behaviour deleting(Database database) {
        return Prober.of(database).deleting(CHILD, key(database)).behaviour();
    }

    private static Database with(DataSource source, String... statements) throws SQLException {
        execute(source, statements);
        return Database.of(source);
    }

    private static void execute(DataSource source, String... statements) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    @TestFactory
    Stream<DynamicTest> finds_values_for_the_usual_checks(PostgresServer postgres) {
        List<String> columns = List.of(
                "c0 INT NOT NULL CHECK (c0 BETWEEN 17 AND 19)",
                "c1 INT NOT NULL CHECK (c1 IN (3, 5, 8) AND c1 <> 3)",
                "c2 VARCHAR(40) NOT NULL CHECK (length(c2) >= 12)",
                "c3 VARCHAR(40) NOT NULL CHECK (c3 LIKE 'AB-%-X_')",
                "c4 DATE NOT NULL CHECK (c4 > '2031-05-01')",
                "c5 DECIMAL(5, 2) NOT NULL CHECK (c5 > 0.5 AND c5 < 1)",
                "c6 INT NOT NULL, c7 INT NOT NULL, CHECK (c6 < c7), CHECK (c7 < 4), CHECK (c6 > 0)",
                "c8 VARCHAR(9) NOT NULL CHECK (c8 = upper(c8) AND c8 <> '')",
                "c9 INT CHECK (c9 IS NOT NULL)",
                "c10 SMALLINT NOT NULL UNIQUE CHECK (c10 BETWEEN 1 AND 3)");
        return EachServer.all(postgres)
                .map(server -> server.test("checks", fresh -> {
                    String regex = server.isTransactional() ? "~" : "REGEXP";
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY)",
                            "CREATE TABLE child (pid INT NOT NULL, " + String.join(", ", columns)
                                    + ", r0 VARCHAR(30) NOT NULL CHECK (r0 " + regex + " '^[A-Z]{3}-[0-9]+(x|y)$')"
                                    + ", FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE)");
                    assertThat(deleting(database)).isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> leaves_out_what_conditions_want_to_be_left_out(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("either", fresh -> {
                    String bytes = server.isTransactional() ? "BYTEA" : "VARBINARY(64)";
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE plan (id INT PRIMARY KEY)",
                            "CREATE TABLE subscription (id INT PRIMARY KEY, kind CHAR(1) NOT NULL,"
                                    + " plan_id INT, FOREIGN KEY (plan_id) REFERENCES plan (id))",
                            "CREATE TABLE parent (digest " + bytes
                                    + " PRIMARY KEY, plan_id INT, subscription_id INT, kind VARCHAR(9) NOT NULL,"
                                    + " CHECK (length(digest) = 20),"
                                    + " CHECK (kind = 'plan' AND plan_id IS NOT NULL AND subscription_id IS NULL"
                                    + " OR kind = 'other' AND plan_id IS NULL AND subscription_id IS NOT NULL),"
                                    + " FOREIGN KEY (plan_id) REFERENCES plan (id),"
                                    + " FOREIGN KEY (subscription_id) REFERENCES subscription (id))",
                            "CREATE TABLE child (pid " + bytes + ", plan_id INT, parent_plan INT,"
                                    + " CHECK ((plan_id IS NULL) <> (parent_plan IS NULL)),"
                                    + " FOREIGN KEY (plan_id) REFERENCES plan (id),"
                                    + " FOREIGN KEY (parent_plan) REFERENCES plan (id),"
                                    + " FOREIGN KEY (pid) REFERENCES parent (digest) ON DELETE CASCADE)");
                    ForeignKey key = database.read()
                            .schema()
                            .table(CHILD)
                            .orElseThrow()
                            .foreignKeysOn(List.of("pid"))
                            .get(0);
                    assertThat(Prober.of(database).deleting(CHILD, key).behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> gets_by_beside_rows_that_are_there(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("few keys left", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id SMALLINT PRIMARY KEY CHECK (id BETWEEN 1 AND 4))",
                            "INSERT INTO parent VALUES (1), (2), (4)",
                            "CREATE TABLE child (pid SMALLINT NOT NULL UNIQUE,"
                                    + " FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE)",
                            "INSERT INTO child VALUES (2)");
                    assertThat(deleting(database)).isEqualTo(Behaviour.CASCADES);
                    assertThat(ask(fresh.dataSource(), "SELECT COUNT(*) FROM parent"))
                            .isEqualTo("3");
                    assertThat(ask(fresh.dataSource(), "SELECT COUNT(*) FROM child"))
                            .isEqualTo("1");
                }));
    }

    @TestFactory
    Stream<DynamicTest> inserts_rows_that_need_each_other(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a circle", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY, favourite INT NOT NULL)",
                            "CREATE TABLE child (id INT PRIMARY KEY, pid INT NOT NULL,"
                                    + " FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE)",
                            "ALTER TABLE parent ADD FOREIGN KEY (favourite) REFERENCES child (id)");
                    assertThat(deleting(database)).isEqualTo(Behaviour.CASCADES);
                    assertThat(Prober.of(database)
                                    .enforced(CHILD, key(database))
                                    .refused())
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> shares_what_tenants_have_in_common(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("overlapping composite keys", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE tenant (id INT PRIMARY KEY)",
                            "CREATE TABLE parent (tenant INT NOT NULL, id INT NOT NULL, PRIMARY KEY (tenant, id),"
                                    + " FOREIGN KEY (tenant) REFERENCES tenant (id))",
                            "CREATE TABLE child (tenant INT NOT NULL, pid INT NOT NULL, other INT NOT NULL,"
                                    + " FOREIGN KEY (tenant, pid) REFERENCES parent (tenant, id) ON DELETE CASCADE"
                                    + " ON UPDATE CASCADE, FOREIGN KEY (tenant, other) REFERENCES parent (tenant, id))");
                    ForeignKey key = database.read().schema().table(CHILD).orElseThrow().foreignKeys().stream()
                            .filter(k -> k.columns().contains("pid"))
                            .findFirst()
                            .orElseThrow();
                    assertThat(Prober.of(database).deleting(CHILD, key).behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                    assertThat(Prober.of(database).updating(CHILD, key).behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> says_what_it_cannot_find_and_takes_values(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a riddle", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY)",
                            "CREATE TABLE child (pid INT NOT NULL, code INT NOT NULL CHECK (code * 7 = 8463),"
                                    + " FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE)");
                    assertThatThrownBy(() -> deleting(database))
                            .isInstanceOf(ProbeException.class)
                            .hasMessageContainingAll("No probe row found for child(pid)", "child.code", "withRow");
                    Prober helped = Prober.of(database).withRow(CHILD, Map.of("code", "1209"));
                    assertThat(helped.deleting(CHILD, key(database)).behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> works_behind_a_savepoint_of_an_open_transaction(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a transaction", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY)",
                            "CREATE TABLE child (pid INT, FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE SET NULL)");
                    database.inTransaction(inside -> {
                        inside.execute(new dev.fk.core.dialect.Sql("INSERT INTO parent VALUES (1)"));
                        assertThat(deleting(inside)).isEqualTo(Behaviour.SETS_NULL);
                    });
                    assertThat(ask(fresh.dataSource(), "SELECT COUNT(*) FROM parent"))
                            .isEqualTo("1");
                }));
    }

    @TestFactory
    Stream<DynamicTest> copies_show_the_same_and_leave_nothing(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a copy", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY)",
                            "CREATE TABLE child (pid INT, FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE SET NULL)");
                    ForeignKey key = key(database);
                    deleting(database);
                    long start = System.nanoTime();
                    assertThat(Prober.of(database).deleting(CHILD, key).behaviour())
                            .isEqualTo(Behaviour.SETS_NULL);
                    long middle = System.nanoTime();
                    assertThat(Prober.of(database).onCopy().deleting(CHILD, key).behaviour())
                            .isEqualTo(Behaviour.SETS_NULL);
                    System.out.printf(
                            "a proof on %s: %.1f ms in place, %.1f ms on a copy%n",
                            server, (middle - start) / 1e6, (System.nanoTime() - middle) / 1e6);
                    assertThat(database.read().schema().tables()).hasSize(2);
                }));
    }

    @TestFactory
    Stream<DynamicTest> numbers_that_the_server_counts_are_not_used_up_unsaid(PostgresServer postgres) {
        return EachServer.all(postgres)
                .map(server -> server.test("a counter", fresh -> {
                    String counted = server.isTransactional() ? "SERIAL" : "INT AUTO_INCREMENT";
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id " + counted + " PRIMARY KEY, x INT)",
                            "CREATE TABLE child (id " + counted + " PRIMARY KEY, pid INT NOT NULL,"
                                    + " FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE)");
                    assertThat(Prober.of(database)
                                    .deleting(CHILD, key(database))
                                    .remarks())
                            .isEmpty();
                    assertThat(Prober.of(database)
                                    .updating(CHILD, key(database))
                                    .remarks())
                            .isEmpty();
                    execute(fresh.dataSource(), "INSERT INTO parent (x) VALUES (7)");
                    assertThat(ask(fresh.dataSource(), "SELECT id FROM parent")).isEqualTo("1");
                }));
    }

    @TestFactory
    Stream<DynamicTest> unsigned_counters_move_and_that_is_said(PostgresServer ignored) {
        return EachServer.family()
                .map(server -> server.test("an unsigned counter", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id BIGINT UNSIGNED AUTO_INCREMENT PRIMARY KEY)",
                            "CREATE TABLE child (pid BIGINT UNSIGNED NOT NULL,"
                                    + " FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE ON UPDATE CASCADE)");
                    Observation seen = Prober.of(database).deleting(CHILD, key(database));
                    assertThat(seen.behaviour()).isEqualTo(Behaviour.CASCADES);
                    assertThat(seen.remarks())
                            .containsExactly("numbers of parent.id were used up, which no rollback brings back");
                    assertThat(Prober.of(database)
                                    .updating(CHILD, key(database))
                                    .behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> triggers_are_not_run_where_a_rollback_may_not_undo_them(PostgresServer ignored) {
        return EachServer.family()
                .map(server -> server.test("a trigger", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE parent (id INT PRIMARY KEY)",
                            "CREATE TABLE log (id INT) ENGINE = MyISAM",
                            "CREATE TRIGGER noted AFTER INSERT ON parent FOR EACH ROW INSERT INTO log VALUES (NEW.id)",
                            "CREATE TABLE child (pid INT, FOREIGN KEY (pid) REFERENCES parent (id) ON DELETE CASCADE)");
                    assertThatThrownBy(() -> deleting(database))
                            .isInstanceOf(ProbeException.class)
                            .hasMessageContainingAll("the trigger noted of parent", "onCopy()");
                    assertThat(ask(fresh.dataSource(), "SELECT COUNT(*) FROM log"))
                            .isEqualTo("0");
                    assertThat(Prober.of(database)
                                    .onCopy()
                                    .deleting(CHILD, key(database))
                                    .behaviour())
                            .isEqualTo(Behaviour.CASCADES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_table_to_itself_refuses_updates_on_the_family(PostgresServer ignored) {
        return EachServer.family()
                .map(server -> server.test("ON UPDATE CASCADE to itself", fresh -> {
                    Database database = with(
                            fresh.dataSource(),
                            "CREATE TABLE child (id INT PRIMARY KEY, pid INT,"
                                    + " FOREIGN KEY (pid) REFERENCES child (id) ON UPDATE CASCADE)");
                    assertThat(Prober.of(database)
                                    .updating(CHILD, key(database))
                                    .behaviour())
                            .isEqualTo(Behaviour.RESTRICTS);
                }));
    }
}
