package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.ForeignKey;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.PrimaryKey;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** Which part of a database is read, and by what names. */
@OnPostgres
class CatalogScopeTest {
    private static final String TABLES =
            """
            CREATE SCHEMA audit; CREATE SCHEMA "Other";
            CREATE TYPE audit.mood AS ENUM ('a');
            CREATE TABLE audit.entry (id integer PRIMARY KEY, b integer, UNIQUE (b, id));
            CREATE TABLE "Other".far (id integer);
            CREATE TABLE chat (id serial PRIMARY KEY, entry integer, b integer, m audit.mood DEFAULT 'a', FOREIGN KEY (b, entry) REFERENCES audit.entry (b, id));
            CREATE TABLE heir () INHERITS (audit.entry);
            """;

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void reads_the_default_schema_and_names_what_it_refers_to_elsewhere(Database database) throws SQLException {
        execute(database, TABLES);
        Schema schema = database.read().schema();
        assertThat(schema.tables().keySet()).extracting(QualifiedName::toString).containsExactly("chat", "heir");
        assertThat(schema.enums()).isEmpty();
        Table chat = schema.table("chat").orElseThrow();
        ForeignKey key = chat.foreignKeys().get(0);
        assertThat(key.referencedTable()).isEqualTo(QualifiedName.of("audit", "entry"));
        assertThat(key.referencedColumns()).containsExactly("b", "id");
        assertThat(chat.column("m").orElseThrow().type())
                .isEqualTo(new DataType.Named(QualifiedName.of("audit", "mood")));
        Table heir = schema.table("heir").orElseThrow();
        assertThat(new PostgreSqlDialect().parents(heir)).containsExactly(QualifiedName.of("audit", "entry"));
    }

    @Test
    void reads_named_schemas_and_all_of_them(Database database) throws SQLException {
        execute(database, TABLES);
        assertThat(database.withScope(CatalogScope.with("Other"))
                        .read()
                        .schema()
                        .tables()
                        .keySet())
                .extracting(QualifiedName::toString)
                .containsExactly("chat", "heir", "Other.far");
        Schema all = database.withScope(CatalogScope.allSchemas()).read().schema();
        assertThat(all.tables().keySet())
                .extracting(QualifiedName::toString)
                .containsExactly("chat", "heir", "Other.far", "audit.entry");
        assertThat(all.enums()).containsOnlyKeys(QualifiedName.of("audit", "mood"));
    }

    /** As pgvector or PostGIS have tables and types of their own. */
    @Test
    void leaves_out_what_belongs_to_an_extension(Database database) throws SQLException {
        execute(
                database,
                "CREATE TABLE theirs (id integer PRIMARY KEY); CREATE TYPE their_mood AS ENUM ('a');"
                        + "ALTER EXTENSION plpgsql ADD TABLE theirs; ALTER EXTENSION plpgsql ADD TYPE their_mood;"
                        + "CREATE TABLE mine (id integer REFERENCES theirs, m their_mood)");
        Schema schema = database.read().schema();
        assertThat(schema.tables()).containsOnlyKeys(QualifiedName.of("mine"));
        assertThat(schema.enums()).isEmpty();
        assertThat(schema.table("mine").orElseThrow().foreignKeys().get(0).referencedTable())
                .isEqualTo(QualifiedName.of("theirs"));
    }

    @Test
    void the_default_schema_is_the_first_of_the_search_path(Database database) throws SQLException {
        execute(database, "CREATE SCHEMA \"My App\"; CREATE TABLE elsewhere (id integer)");
        PGSimpleDataSource source = new PGSimpleDataSource();
        PGSimpleDataSource original = (PGSimpleDataSource) database.dataSource();
        source.setUrl(original.getUrl());
        source.setUser(original.getUser());
        source.setPassword(original.getPassword());
        source.setCurrentSchema("\"My App\"");
        Database app = Database.of(source);
        assertThat(app.server().defaultSchema()).isEqualTo("My App");

        Column id =
                Column.of("id", new DataType.Int(DataType.Int.Size.REGULAR)).withGeneration(Generation.autoIncrement());
        Column status = Column.of("status", new DataType.EnumType(List.of("a", "b")))
                .withGeneration(Generation.defaultTo("'a'"));
        Column parent = Column.of("parent", new DataType.Int(DataType.Int.Size.REGULAR));
        QualifiedName name = QualifiedName.of("My App", "chat");
        CanonicalSchema wish = app.canonical(Schema.of(Table.of(name, List.of(id, status, parent))
                .withPrimaryKey(Optional.of(PrimaryKey.of("id")))
                .withForeignKeys(List.of(ForeignKey.of(List.of("parent"), name, List.of("id"))))));
        CanonicalSchema empty = app.read();
        assertThat(empty.schema()).isEqualTo(Schema.empty());
        app.run(app.plan(Differ.diff(empty, wish), empty));
        assertThat(Differ.diff(app.read(), wish).changes()).isEmpty();
        assertThat(app.read().schema().tables()).containsOnlyKeys(QualifiedName.of("chat"));
        assertThat(database.read().schema().tables()).containsOnlyKeys(QualifiedName.of("elsewhere"));
    }
}
