package dev.fk.junit.report;

import static dev.fk.core.model.Attributes.integer;
import static dev.fk.core.model.Attributes.string;
import static dev.fk.core.model.Attributes.text;
import static dev.fk.core.schema.ReferentialAction.CASCADE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.Sql;
import dev.fk.core.model.Models;
import dev.fk.core.source.ModelSource;
import dev.fk.core.source.SchemaSource;
import dev.fk.core.source.ScriptSource;
import dev.fk.junit.Golden;
import dev.fk.junit.NamedDatabase;
import dev.fk.junit.OnEachDialect;
import dev.fk.junit.WhenUnavailable;
import dev.fk.junit.WithSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is attached to a failed test, on each kind of server. */
@Tag("thorough")
@Tag("containers")
@OnEachDialect
@WithSchema(
        value = {FailureFilesTest.ShopModels.class, FailureFilesTest.SomeRows.class},
        whenUnavailable = WhenUnavailable.ABORT)
@WithSchema(name = "repro", whenUnavailable = WhenUnavailable.ABORT)
class FailureFilesTest {
    static final class ShopModels implements ModelSource {
        @Override
        public Models models() {
            return Models.define(models -> {
                var customer = models.model("Customer", m -> m.tableName("customers")
                        .attribute("id", integer().primaryKey())
                        .attribute("email", string(80).notNull().unique())
                        .attribute("remark", text())
                        .noTimestamps());
                var order = models.model("Order", m -> m.tableName("orders")
                        .attribute("id", integer().primaryKey())
                        .noTimestamps());
                models.model("Ticket", m -> m.tableName("tickets")
                        .attribute("id", integer().primaryKey().autoIncrement())
                        .attribute("what", string(20))
                        .noTimestamps());
                customer.hasMany(order, a -> a.foreignKey("customer", key -> key.notNull())
                        .onDelete(CASCADE));
                customer.belongsTo(
                        customer, a -> a.foreignKey("invited_by").as("host").onDelete(CASCADE));
            });
        }
    }

    /** A cycle, quotes, a backslash and NULL, in an order that foreign keys would not allow. */
    static final class SomeRows implements SchemaSource {
        @Override
        public void applyTo(Database database) {
            database.execute(new Sql("INSERT INTO customers (id, email, remark, invited_by)"
                    + " VALUES (1, 'ann@example.org', 'says ''hello''', NULL)"));
            database.execute(new Sql(
                    "INSERT INTO customers (id, email, remark, invited_by) VALUES (2, 'bob@example.org', NULL, 1)"));
            database.execute(new Sql("UPDATE customers SET invited_by = 2 WHERE id = 1"));
            database.execute(new Sql("INSERT INTO tickets (what) VALUES ('a generated key')"));
            try (Connection connection = database.dataSource().getConnection();
                    PreparedStatement statement =
                            connection.prepareStatement("UPDATE customers SET remark = ? WHERE id = 2")) {
                statement.setString(1, "a \\ and\na second line");
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String fingerprint() {
            return "two customers";
        }
    }

    @Test
    void say_what_was_there_what_was_done_and_how_to_do_it_again(
            Database database, @NamedDatabase("repro") Database empty, @TempDir Path folder) throws Exception {
        Snapshot before = Snapshot.of(database);
        Watch watch = new Watch(database.dataSource(), "dev.fk.junit");
        try (Connection connection = watch.dataSource().getConnection()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO orders (id, customer) VALUES (?, ?)")) {
                insert.setInt(1, 7);
                insert.setInt(2, 1);
                insert.executeUpdate();
                insert.setInt(1, 8);
                insert.addBatch();
                insert.setInt(1, 9);
                insert.addBatch();
                insert.executeBatch();
            }
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("UPDATE customers SET remark = 'what?' WHERE id = 2");
                statement.execute("INSERT INTO tickets (what) VALUES ('the next one')");
            }
            connection.commit();
        }
        database.listening(watch).execute(new Sql("ALTER TABLE orders ADD COLUMN note VARCHAR(20)"));
        repeat(files(before, database, watch).get("repro.sql"), empty, folder);
        assertThat(empty.read().schema()).isEqualTo(database.read().schema());
        assertThat(Snapshot.of(empty).rows()).isEqualTo(Snapshot.of(database).rows());

        try (Connection connection = watch.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM nowhere")).isInstanceOf(SQLException.class);
        }
        String dialect = database.server().dialect().id();
        files(before, database, watch)
                .forEach((name, text) -> Golden.verify(
                        "failure-files/" + dialect + "/" + name,
                        text.replaceAll("(?m)^ +\\d+\\.\\d{3} +\\d+\\.\\d{3}", "         …          …")
                                .replaceAll("\\(conn=\\d+\\) ", "")
                                .replaceAll("(?m)^(SET (?:TimeZone|time_zone|sql_mode) = )'.*'", "$1<setting>")
                                .replace(database.server().toString(), "<server>")
                                .replace(database.server().database(), "<database>")
                                .replace(database.server().version().toString(), "<version>")));
    }

    @Test
    void bits_bytes_and_backslashes_come_back_as_they_were(
            Database database, @NamedDatabase("repro") Database empty, @TempDir Path folder) throws Exception {
        boolean postgreSql = database.server().product().equals("PostgreSQL");
        if (postgreSql) {
            database.execute(new Sql("CREATE SCHEMA \"other's\""));
            database.execute(new Sql("CREATE DOMAIN \"other's\".short AS text DEFAULT 'it''s' CHECK (VALUE <> '')"));
            database.execute(new Sql("CREATE SEQUENCE counter"));
            database.execute(new Sql("CREATE TABLE \"other's\".more (id INT PRIMARY KEY DEFAULT nextval('counter'),"
                    + " remark \"other's\".short)"));
            database.execute(new Sql("INSERT INTO \"other's\".more DEFAULT VALUES"));
        }
        database.execute(new Sql("CREATE TABLE things (id INT PRIMARY KEY, remark VARCHAR(20), bits BIT(7), "
                + (postgreSql ? "bytes BYTEA)" : "bytes VARBINARY(9), place POINT, made YEAR)")));
        database.execute(new Sql("INSERT INTO things VALUES (1, NULL, B'1010101', "
                + (postgreSql ? "'\\x0027')" : "X'0027', ST_GeomFromText('POINT(1 2)'), 1999)")));
        Snapshot before = Snapshot.of(database);
        Watch watch = new Watch(database.dataSource(), "dev.fk.junit");
        watch.speaks(database.dialect().diagnosis(database.server()));
        try (Connection connection = watch.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO things (id, remark, bytes) VALUES (?, ?, ?)")) {
            insert.setInt(1, 2);
            insert.setString(2, "a \\n and a '");
            insert.setBytes(3, new byte[] {0, 39, 92, -1});
            insert.executeUpdate();
            if (postgreSql) {
                connection.setSchema("other's");
                try (PreparedStatement more = connection.prepareStatement("INSERT INTO more DEFAULT VALUES -- what?")) {
                    more.executeUpdate();
                }
            }
        }
        repeat(files(before, database, watch).get("repro.sql"), empty, folder);
        assertThat(Snapshot.of(empty).rows()).isEqualTo(Snapshot.of(database).rows());
    }

    @Test
    void what_was_rolled_back_to_a_savepoint_does_not_come_back(
            Database database, @NamedDatabase("repro") Database empty, @TempDir Path folder) throws Exception {
        Snapshot before = Snapshot.of(database);
        Watch watch = new Watch(database.dataSource(), "dev.fk.junit");
        try (Connection connection = watch.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Savepoint first = connection.setSavepoint();
            statement.execute("INSERT INTO orders (id, customer) VALUES (7, 1)");
            Savepoint second = connection.setSavepoint("needs \"quotes\"");
            assertThatThrownBy(() -> statement.execute("INSERT INTO orders (id, customer) VALUES (7, 1)"))
                    .isInstanceOf(SQLException.class);
            connection.rollback(second);
            connection.rollback(first);
            statement.execute("INSERT INTO orders (id, customer) VALUES (8, 1)");
            connection.releaseSavepoint(first);
            connection.commit();
        }
        // as psql goes on after what has failed, unlike ScriptSource
        String script = files(before, database, watch)
                .get("repro.sql")
                .replaceAll("-- failed: (?:.*\n--)*.*\n.*\n", "ROLLBACK TO SAVEPOINT savepoint_2;\n");
        repeat(script, empty, folder);
        assertThat(Snapshot.of(empty).rows()).isEqualTo(Snapshot.of(database).rows());
    }

    /** MySQL and MariaDB commit with DDL, and drivers begin anew without a word. */
    @Test
    void what_was_rolled_back_after_sql_had_ended_the_transaction_does_not_come_back(
            Database database, @NamedDatabase("repro") Database empty, @TempDir Path folder) throws Exception {
        Snapshot before = Snapshot.of(database);
        Watch watch = new Watch(database.dataSource(), "dev.fk.junit");
        watch.speaks(database.dialect().diagnosis(database.server()));
        try (Connection connection = watch.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO orders (id, customer) VALUES (7, 1)");
            statement.execute("COMMIT");
            statement.execute("INSERT INTO orders (id, customer) VALUES (8, 1)");
            statement.execute("CREATE TABLE notes (id INT PRIMARY KEY)");
            statement.execute("INSERT INTO notes VALUES (1)");
            connection.rollback();
        }
        repeat(files(before, database, watch).get("repro.sql"), empty, folder);
        assertThat(Snapshot.of(empty).rows()).isEqualTo(Snapshot.of(database).rows());
    }

    @Test
    void rows_that_went_with_their_table_are_counted(Database database) {
        database.execute(new Sql("CREATE TABLE things (id INT)"));
        database.execute(new Sql("INSERT INTO things VALUES (1)"));
        Snapshot before = Snapshot.of(database);
        database.execute(new Sql("DROP TABLE things"));
        assertThat(files(before, database, new Watch(database.dataSource(), "dev.fk.junit"))
                        .get("diff.txt"))
                .contains("things: 1 → 0");
    }

    private static Map<String, String> files(Snapshot before, Database database, Watch watch) {
        return new FailureFiles(
                        "ShopTest: orders()",
                        "",
                        before,
                        AsLeft.of(() -> Snapshot.of(database)),
                        watch.log(),
                        "",
                        "fk.keep = always\n")
                .all();
    }

    private static void repeat(String script, Database empty, Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("repro.sql"), script);
        ScriptSource.of("file:" + file).applyTo(empty);
    }
}
