package dev.fk.core.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Planner;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.MySqlDatabase;
import dev.fk.core.testing.MySqlServers;
import dev.fk.core.testing.SchemaText;
import dev.fk.core.testing.Unordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas that others created by hand, with everything the servers have. */
@Tag("thorough")
class RichCatalogTest {
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "mysql");
    private static final String CHARSET = "CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";

    static List<MySqlServers.Server> servers() {
        return MySqlServers.all().toList();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void reads_what_others_created(MySqlServers.Server server) throws SQLException, IOException {
        try (MySqlDatabase database = rich(server)) {
            Live live = Live.of(database);
            Golden.assertEqual(
                    "mysql/rich-" + live.line() + ".txt",
                    SchemaText.of(live.read().schema()));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_was_read_is_canonical(MySqlServers.Server server) throws SQLException, IOException {
        try (MySqlDatabase database = rich(server)) {
            Live live = Live.of(database);
            CanonicalSchema read = live.read();
            assertThat(SchemaText.of(live.canonical(read.schema()).schema())).isEqualTo(SchemaText.of(read.schema()));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void what_was_read_stays_the_same_in_the_words_of_the_server(MySqlServers.Server server)
            throws SQLException, IOException {
        try (MySqlDatabase database = rich(server)) {
            Live live = Live.of(database);
            CanonicalSchema read = live.read();
            CanonicalSchema normal = live.normal(read, read.schema().tables().keySet());
            assertThat(SchemaText.of(normal.schema())).isEqualTo(SchemaText.of(read.schema()));
            assertThat(live.read()).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void creates_elsewhere_what_it_read(MySqlServers.Server server) throws SQLException, IOException {
        try (MySqlDatabase database = rich(server);
                MySqlDatabase other = MySqlDatabase.on(server.url(), CHARSET)) {
            CanonicalSchema read = Live.of(database).read();
            Live live = Live.of(other);
            if (live.info().dialect().equals(MariaDbDialect.ID)) {
                other.execute("CREATE SEQUENCE counter");
            }
            CanonicalSchema empty = live.read();
            assertThat(empty.schema()).isEqualTo(Schema.empty());
            var plan = new Planner(live.dialect(), live.info()).plan(Differ.diff(empty, read), empty);
            live.run(plan);
            assertThat(SchemaText.of(Unordered.of(live.read().schema())).replace(other.name(), database.name()))
                    .isEqualTo(SchemaText.of(Unordered.of(read.schema())));
            StringBuilder statements = new StringBuilder();
            plan.steps().forEach(s -> statements.append(s.sql()).append(";\n"));
            Golden.assertEqual(
                    "mysql/rich-" + live.line() + ".sql.txt",
                    statements.toString().replace(database.name(), "db"));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void drops_all_it_read(MySqlServers.Server server) throws SQLException, IOException {
        try (MySqlDatabase database = rich(server)) {
            Live live = Live.of(database);
            CanonicalSchema read = live.read();
            CanonicalSchema nothing = live.canonical(Schema.empty());
            live.run(new Planner(live.dialect(), live.info()).plan(Differ.diff(read, nothing), read));
            assertThat(live.read()).isEqualTo(nothing);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void reads_tables_that_are_not_shown_as_they_were_created(MySqlServers.Server server)
            throws SQLException, IOException {
        try (MySqlDatabase database = MySqlDatabase.on(server.url(), CHARSET)) {
            database.execute("CREATE TABLE parent (id INT PRIMARY KEY)");
            database.execute("CREATE TABLE child (`b``t` INT CHECK (`b``t` > 0), no INT,"
                    + " CONSTRAINT `k, (` FOREIGN KEY (`b``t`) REFERENCES parent (id),"
                    + " CONSTRAINT z CHECK (no > 0))");
            Table child = Live.of(database).read().schema().table("child").orElseThrow();
            assertThat(child.foreignKeys()).singleElement().satisfies(k -> assertThat(k.columns())
                    .containsExactly("b`t"));
            assertThat(child.checks()).hasSize(2);
        }
    }

    private static MySqlDatabase rich(MySqlServers.Server server) throws SQLException, IOException {
        MySqlDatabase database = MySqlDatabase.on(server.url(), CHARSET);
        boolean mariaDb = MySqlDialect.isMariaDb(database.connection().getMetaData());
        for (String script : List.of("rich.sql", mariaDb ? "rich-mariadb.sql" : "rich-mysql.sql")) {
            List<String> statements = new ArrayList<>();
            for (String statement : Files.readString(SCRIPTS.resolve(script)).split(";\n")) {
                if (!statement.isBlank()) {
                    statements.add(statement);
                }
            }
            database.execute(statements.toArray(String[]::new));
        }
        return database;
    }
}
