package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.diff.Differ;
import dev.fk.core.plan.Plan;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Schema;
import dev.fk.core.testing.Golden;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.PostgresServer;
import dev.fk.core.testing.SchemaText;
import dev.fk.core.testing.Unordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Schemas that others created by hand, with everything PostgreSQL has. */
@OnPostgres
class RichCatalogTest {
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "postgresql");

    @Test
    void reads_what_others_created(PostgresServer server) throws SQLException, IOException {
        CanonicalSchema read = rich(server).read();
        Golden.assertEqual("postgresql/rich" + flavour(server) + ".txt", SchemaText.of(read.schema()));
    }

    @Test
    void what_was_read_is_canonical(PostgresServer server) throws SQLException, IOException {
        Database database = rich(server);
        CanonicalSchema read = database.read();
        assertThat(SchemaText.of(database.canonical(read.schema()).schema())).isEqualTo(SchemaText.of(read.schema()));
    }

    @Test
    void creates_elsewhere_what_it_read(PostgresServer server) throws SQLException, IOException {
        CanonicalSchema read = rich(server).read();
        Database other = inScope(server.fresh());
        run(other, "environment.sql");
        CanonicalSchema empty = other.read();
        assertThat(empty.schema()).isEqualTo(Schema.empty());
        Plan plan = other.plan(Differ.diff(empty, read), empty);
        other.run(plan);
        Schema again = Unordered.of(other.read().schema());
        assertThat(SchemaText.of(again)).isEqualTo(SchemaText.of(Unordered.of(read.schema())));
        assertThat(again).isEqualTo(Unordered.of(read.schema()));
        Golden.assertEqual("postgresql/rich" + flavour(server) + ".sql.txt", statements(plan));
    }

    @Test
    void drops_all_it_read(PostgresServer server) throws SQLException, IOException {
        Database database = rich(server);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP VIEW seen");
        }
        CanonicalSchema read = database.read();
        CanonicalSchema nothing = database.canonical(Schema.empty());
        database.run(database.plan(Differ.diff(read, nothing), read));
        assertThat(database.read()).isEqualTo(nothing);
    }

    private static Database rich(PostgresServer server) throws SQLException, IOException {
        Database database = inScope(server.fresh());
        run(database, "environment.sql");
        run(database, "rich.sql");
        if (server.majorVersion() >= 18) {
            run(database, "rich-18.sql");
        }
        return database;
    }

    private static Database inScope(Database database) {
        return database.withScope(CatalogScope.with("audit", "Odd \"Schema"));
    }

    private static String flavour(PostgresServer server) {
        return server.majorVersion() >= 18 ? "-18" : "";
    }

    private static String statements(Plan plan) {
        StringBuilder text = new StringBuilder();
        plan.steps().forEach(s -> text.append(s.sql()).append(";\n"));
        return text.toString();
    }

    private static void run(Database database, String script) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(SCRIPTS.resolve(script)));
        }
    }
}
