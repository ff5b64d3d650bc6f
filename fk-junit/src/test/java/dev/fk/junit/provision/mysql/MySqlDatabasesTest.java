package dev.fk.junit.provision.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.junit.provision.ConnectionPool;
import dev.fk.junit.provision.DatabaseFactory;
import dev.fk.junit.provision.Server;
import dev.fk.junit.provision.server.ServerKind;
import dev.fk.junit.provision.testcontainers.Docker;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is in a template is in its copies, on servers that cannot copy. */
@Tag("thorough")
@Tag("containers")
@ExtendWith(Docker.Needed.class)
class MySqlDatabasesTest {
    private static final List<String> TEMPLATE = List.of(
            // children before parents by name, and two that need each other
            "CREATE TABLE zoo (id int AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x;y',"
                    + " upper_name varchar(20) AS (upper(name)) STORED, made datetime DEFAULT CURRENT_TIMESTAMP,"
                    + " doc json, favourite int)",
            "CREATE TABLE animal (id int PRIMARY KEY, zoo_id int NOT NULL,"
                    + " CONSTRAINT lives_in FOREIGN KEY (zoo_id) REFERENCES zoo (id) ON DELETE CASCADE)",
            "ALTER TABLE zoo ADD CONSTRAINT likes FOREIGN KEY (favourite) REFERENCES animal (id)",
            "CREATE TABLE `odd ``name` (`a b` int)",
            "INSERT INTO zoo (name) VALUES ('Berlin'), ('{d ''Köln''}')",
            "INSERT INTO animal VALUES (0, 1), (7, 2)",
            "UPDATE zoo SET favourite = 7 WHERE id = 2",
            "CREATE VIEW zzz AS SELECT name FROM zoo",
            "CREATE VIEW aaa AS SELECT name FROM zzz",
            "CREATE FUNCTION twice(n int) RETURNS int DETERMINISTIC BEGIN DECLARE m int; SET m = n * 2; RETURN m; END",
            "CREATE PROCEDURE clear_all() BEGIN DELETE FROM animal; DELETE FROM zoo; END",
            "CREATE TRIGGER shout BEFORE INSERT ON zoo FOR EACH ROW SET NEW.name = concat(NEW.name, '!')",
            "CREATE EVENT later ON SCHEDULE EVERY 1 DAY DO DELETE FROM animal");

    /** To the last character. */
    private static final String PROGRAMS =
            """
            SELECT concat(ROUTINE_NAME, ' ', ROUTINE_DEFINITION) FROM information_schema.ROUTINES
             WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME NOT LIKE 'fk\\_%'
            UNION ALL SELECT concat(TRIGGER_NAME, ' ', ACTION_STATEMENT) FROM information_schema.TRIGGERS
             WHERE TRIGGER_SCHEMA = DATABASE()
            UNION ALL SELECT concat(EVENT_NAME, ' ', EVENT_DEFINITION) FROM information_schema.EVENTS
             WHERE EVENT_SCHEMA = DATABASE()
            ORDER BY 1
            """;

    private static void execute(DataSource dataSource, List<String> statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> ask(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ask(connection, sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static String template(Server server, String name, List<String> statements) throws SQLException {
        server.databases().create(name);
        execute(server.connectTo(name), statements);
        server.databases().freeze(name);
        return name;
    }

    private static List<String> catalog(Server server, String database) throws SQLException {
        List<String> all = new ArrayList<>();
        DataSource dataSource = server.connectTo(database);
        for (String table : List.of("zoo", "animal", "odd ``name", "zzz", "aaa")) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SHOW CREATE TABLE `" + table + "`")) {
                rows.next();
                all.add(rows.getString(2));
            }
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void several_tests_that_share_a_database_may_want_it_to_stay(ServerKind kind, Docker docker) throws Exception {
        DatabaseFactory databases = docker.server(kind).databases();
        databases.create("fk_shared");
        assertThat(databases.list()).contains("fk_shared");
        databases.keep("fk_shared");
        databases.keep("fk_shared");
        assertThat(databases.list()).doesNotContain("fk_shared");
        databases.drop("fk_shared");
    }

    @Test
    void a_copy_goes_on_counting_by_itself_where_the_template_stopped(Docker docker) throws Exception {
        Server server = docker.server(ServerKind.MARIADB);
        String template = template(
                server,
                "fk_counting",
                List.of(
                        "CREATE SEQUENCE numbers START WITH 5",
                        "CREATE SEQUENCE few MAXVALUE 2 NOCACHE",
                        "DO NEXTVAL(few), NEXTVAL(few)",
                        "CREATE TABLE bill (no INT PRIMARY KEY DEFAULT NEXTVAL(numbers), line VARCHAR(9))",
                        "INSERT INTO bill (line) VALUES ('a'), ('b')"));
        for (String copy : List.of("fk_count_1", "fk_count_2")) {
            server.databases().copy(template, copy);
            DataSource dataSource = server.connectTo(copy);
            execute(dataSource, List.of("INSERT INTO bill (line) VALUES ('c'), ('d')"));

            assertThat(ask(dataSource, "SELECT no FROM bill ORDER BY no")).containsExactly("5", "6", "7", "8");
            server.databases().drop(copy);
        }
        assertThat(ask(server.connectTo(template), "SELECT NEXTVAL(numbers)")).containsExactly("7");
        server.databases().drop(template);
    }

    @Test
    void a_copy_remembers_what_the_template_remembers(Docker docker) throws Exception {
        Server server = docker.server(ServerKind.MARIADB);
        String template = template(
                server,
                "fk_past",
                List.of(
                        "CREATE TABLE price (no INT PRIMARY KEY, cents INT) WITH SYSTEM VERSIONING",
                        "CREATE TABLE offer (no INT PRIMARY KEY, since TIMESTAMP(6) GENERATED ALWAYS AS ROW START,"
                                + " till TIMESTAMP(6) GENERATED ALWAYS AS ROW END INVISIBLE, PERIOD FOR SYSTEM_TIME (since, till))"
                                + " WITH SYSTEM VERSIONING",
                        "INSERT INTO price VALUES (1, 10), (2, 20)",
                        "UPDATE price SET cents = 11 WHERE no = 1",
                        "INSERT INTO offer (no) VALUES (1)",
                        "DELETE FROM offer",
                        "SET sql_mode = ORACLE",
                        "CREATE PACKAGE money AS FUNCTION one RETURN INT; END",
                        "CREATE PACKAGE BODY money AS FUNCTION one RETURN INT AS BEGIN RETURN 1; END; END"));
        server.databases().copy(template, "fk_past_copy");
        DataSource copy = server.connectTo("fk_past_copy");
        for (String all : List.of(
                "SELECT concat_ws(' ', no, cents, row_start, row_end) FROM price FOR SYSTEM_TIME ALL ORDER BY 1",
                "SELECT concat_ws(' ', no, since, till) FROM offer FOR SYSTEM_TIME ALL ORDER BY 1")) {
            assertThat(ask(copy, all)).isNotEmpty().isEqualTo(ask(server.connectTo(template), all));
        }
        assertThat(ask(copy, "SELECT count(*) FROM price FOR SYSTEM_TIME ALL")).containsExactly("3");
        assertThat(ask(
                        copy,
                        "SELECT ROUTINE_TYPE FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"
                                + " AND ROUTINE_NAME = 'money' ORDER BY 1"))
                .containsExactly("PACKAGE", "PACKAGE BODY");
        server.databases().drop("fk_past_copy");
        server.databases().drop(template);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void a_copy_has_everything_that_the_template_has(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        String template = template(server, "fk_everything", TEMPLATE);
        server.databases().copy(template, "fk_copy");
        DataSource copy = server.connectTo("fk_copy");
        assertThat(catalog(server, "fk_copy")).isEqualTo(catalog(server, template));
        assertThat(ask(copy, PROGRAMS)).hasSize(4).isEqualTo(ask(server.connectTo(template), PROGRAMS));
        assertThat(ask(copy, "SELECT concat_ws(' ', id, name, upper_name, favourite) FROM zoo ORDER BY id"))
                .containsExactly("1 Berlin BERLIN", "2 {d 'Köln'} {D 'KÖLN'} 7");
        assertThat(ask(copy, "SELECT id FROM animal ORDER BY id")).containsExactly("0", "7");
        assertThat(ask(copy, "SELECT name FROM aaa")).containsExactlyInAnyOrder("Berlin", "{d 'Köln'}");
        assertThat(ask(copy, "SELECT twice(21)")).containsExactly("42");
        assertThat(ask(copy, "SELECT EVENT_NAME FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'fk_copy'"))
                .containsExactly("later");
        execute(copy, List.of("INSERT INTO zoo (name) VALUES ('Basel')"));
        assertThat(ask(copy, "SELECT concat(id, name) FROM zoo WHERE id > 2")).containsExactly("3Basel!");
        execute(copy, List.of("UPDATE zoo SET favourite = NULL", "CALL clear_all()"));
        assertThat(ask(server.connectTo(template), "SELECT count(*) FROM zoo")).containsExactly("2");
        server.databases().drop("fk_copy");
        server.databases().drop(template);
        assertThat(ask(server.connectTo(""), "SHOW DATABASES")).doesNotContain("fk_copy", template);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void a_copy_has_the_character_set_of_the_template(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        String template = template(server, "fk_latin", List.of("ALTER DATABASE fk_latin CHARACTER SET latin1"));
        server.databases().copy(template, "fk_latin_copy");
        assertThat(ask(server.connectTo("fk_latin_copy"), "SELECT @@character_set_database"))
                .containsExactly("latin1");
        server.databases().drop("fk_latin_copy");
        server.databases().drop(template);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void a_database_in_use_is_dropped_all_the_same(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        server.databases().create("fk_used");
        try (Connection user = server.connectTo("fk_used").getConnection();
                Statement statement = user.createStatement()) {
            statement.execute("CREATE TABLE t (id int)");
            user.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");
            server.databases().drop("fk_used");
            assertThat(ask(server.connectTo(""), "SHOW DATABASES")).doesNotContain("fk_used");
            assertThatThrownBy(() -> statement.execute("SELECT 1")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void many_can_be_made_and_dropped_at_once(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        String template = template(server, "fk_many", TEMPLATE);
        ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
        CompletableFuture<?>[] threads = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 5; i++) {
                        String name = "fk_many_" + thread + "_" + i;
                        try {
                            server.databases().copy(template, name);
                            assertThat(ask(server.connectTo(name), "SELECT count(*) FROM zoo"))
                                    .containsExactly("2");
                            server.databases().drop(name);
                        } catch (SQLException | AssertionError e) {
                            failures.add(name + ": " + e);
                        }
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(threads).get();
        assertThat(failures).isEmpty();
        server.databases().drop(template);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "POSTGRESQL")
    void a_session_that_is_used_again_is_as_good_as_new(ServerKind kind, Docker docker) throws Exception {
        Server server = docker.server(kind);
        String name = "fk_session";
        server.databases().create(name);
        // MariaDB 10.11 knows the old name only, MySQL the new one
        String isolation = kind == ServerKind.MARIADB ? "@@tx_isolation" : "@@transaction_isolation";
        String state = "SELECT concat_ws(' ', database(), @@sql_mode, @@foreign_key_checks, @@autocommit,"
                + " @@character_set_client, @@character_set_results, @@collation_connection, " + isolation + ","
                + " coalesce(@x, 'unset'))";
        try (ConnectionPool pool =
                new ConnectionPool(server.connectTo(name), server.databases().renewal(name), 1)) {
            String id;
            List<String> fresh;
            try (Connection connection = pool.connection();
                    Statement statement = connection.createStatement()) {
                id = ask(connection, "SELECT connection_id()").get(0);
                fresh = ask(connection, state);
                statement.execute("CREATE TEMPORARY TABLE mine (id int)");
                statement.execute("SET @x = 1, foreign_key_checks = 0, sql_mode = 'ANSI_QUOTES'");
                statement.execute("SET NAMES utf8mb4 COLLATE utf8mb4_bin");
                statement.execute("USE mysql");
            }
            try (Connection connection = pool.connection()) {
                assertThat(ask(connection, "SELECT connection_id()")).containsExactly(id);
                assertThat(ask(connection, state)).isEqualTo(fresh);
                assertThatThrownBy(() -> ask(connection, "SELECT * FROM mine")).hasMessageContaining("mine");
            }
        }
        server.databases().drop(name);
    }

    /** Nobody waits fifty seconds for the locks of a transaction that no session has any more. */
    @Test
    void whoever_drops_a_database_with_a_prepared_transaction_gives_up_soon(Docker docker) throws Exception {
        Server server = docker.server(ServerKind.MARIADB);
        server.databases().create("fk_prepared");
        execute(
                server.connectTo("fk_prepared"),
                List.of(
                        "CREATE TABLE t (id int)",
                        "XA START 'fk'",
                        "INSERT INTO t VALUES (1)",
                        "XA END 'fk'",
                        "XA PREPARE 'fk'"));
        long start = System.nanoTime();
        assertThatThrownBy(() -> server.databases().drop("fk_prepared"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Lock wait timeout exceeded");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        execute(server.connectTo(""), List.of("XA ROLLBACK 'fk'"));
        server.databases().drop("fk_prepared");
    }
}
