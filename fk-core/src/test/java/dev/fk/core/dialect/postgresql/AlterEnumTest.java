package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.dialect.Sql;
import dev.fk.core.diff.Change;
import dev.fk.core.diff.ChangeSet;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import dev.fk.core.testing.SchemaText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Enum types get other labels under tables that use them in every way. */
@OnPostgres
class AlterEnumTest {
    private static final EnumDefinition MOOD = enumOf("Mood", "sad", "ok");
    private static final String TABLES =
            """
            CREATE TYPE "Mood" AS ENUM ('sad', 'ok');
            CREATE TABLE plain (id integer PRIMARY KEY, mood "Mood" NOT NULL DEFAULT 'ok', moods "Mood"[] DEFAULT '{sad}',
                "a default of another" text DEFAULT 'sad'::"Mood",
                CONSTRAINT not_sad CHECK (mood <> 'sad' OR id > 0), CONSTRAINT filled CHECK (mood IS NOT NULL),
                EXCLUDE USING btree (id WITH =) WHERE (mood = 'sad'));
            CREATE INDEX sad_ones ON plain (id) WHERE mood = 'sad';
            CREATE UNIQUE INDEX by_mood ON plain (mood, id);
            CREATE TABLE moods (mood "Mood" PRIMARY KEY);
            CREATE TABLE person (id integer, mood "Mood" REFERENCES moods ON DELETE CASCADE);
            CREATE TABLE parted (mood "Mood", at integer, CHECK (mood <> 'sad')) PARTITION BY RANGE (at);
            CREATE TABLE parted_1 PARTITION OF parted FOR VALUES FROM (1) TO (10);
            CREATE TABLE parent (mood "Mood" DEFAULT 'ok');
            CREATE TABLE heir () INHERITS (parent);
            INSERT INTO plain VALUES (1, 'sad', '{ok,sad}');
            INSERT INTO moods VALUES ('sad'), ('ok');
            INSERT INTO person VALUES (1, 'sad');
            INSERT INTO parted VALUES ('ok', 5);
            INSERT INTO heir VALUES ('sad');
            """;

    private static EnumDefinition enumOf(String name, String... labels) {
        return new EnumDefinition(QualifiedName.of(name), List.of(labels));
    }

    private static String alter(Database database, EnumDefinition from, EnumDefinition to) {
        return database.ddl(new Change.AlterEnum(from, to)).stream()
                .map(s -> s.text() + ";\n")
                .collect(Collectors.joining());
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    /** Everything but the labels is as it was. */
    private static void assertOnlyLabelsChanged(Database database, CanonicalSchema before, EnumDefinition to) {
        Schema wanted = before.schema().with(to);
        assertThat(SchemaText.of(database.read().schema())).isEqualTo(SchemaText.of(wanted));
    }

    @Test
    void labels_are_added_everywhere_and_can_be_used_in_the_same_transaction(Database database) throws SQLException {
        execute(database, TABLES);
        CanonicalSchema before = database.read();
        EnumDefinition to = enumOf("Mood", "first", "sad", "it's", "ok", "last");
        execute(
                database,
                alter(database, MOOD, to) + "INSERT INTO plain VALUES (2, 'it''s', '{first,last}');"
                        + "ALTER TABLE plain ALTER COLUMN mood SET DEFAULT 'last', ALTER COLUMN mood SET DEFAULT 'ok'");
        assertOnlyLabelsChanged(database, before, to);
    }

    @Test
    void labels_change_places_and_go(Database database) throws SQLException {
        execute(database, TABLES);
        CanonicalSchema before = database.read();
        EnumDefinition swapped = enumOf("Mood", "ok", "sad");
        execute(database, alter(database, MOOD, swapped));
        assertOnlyLabelsChanged(database, before, swapped);
        EnumDefinition more = enumOf("Mood", "ok", "never", "sad");
        execute(database, alter(database, swapped, more));
        execute(database, alter(database, more, MOOD));
        assertOnlyLabelsChanged(database, before, MOOD);
    }

    /** The type is another one afterwards. */
    @Test
    void comments_and_rights_and_the_owner_stay(Database database) throws SQLException {
        execute(
                database,
                TABLES
                        + """
                        COMMENT ON TYPE "Mood" IS 'it''s a mood';
                        COMMENT ON CONSTRAINT not_sad ON plain IS 'not sad';
                        COMMENT ON INDEX sad_ones IS '100 % sad';
                        REVOKE ALL ON TYPE "Mood" FROM PUBLIC;
                        GRANT USAGE ON TYPE "Mood" TO pg_monitor WITH GRANT OPTION;
                        ALTER TYPE "Mood" OWNER TO pg_read_all_data;
                        """);
        Sql sql = new Sql(
                """
                SELECT typowner::regrole::text AS owner, array_to_string(typacl, ' ') AS acl,
                    obj_description(oid, 'pg_type') AS moods, obj_description('sad_ones'::regclass, 'pg_class') AS ones,
                    (SELECT obj_description(k.oid, 'pg_constraint') FROM pg_constraint k WHERE k.conname = 'not_sad') AS unsad
                FROM pg_type WHERE typname = 'Mood'
                """);
        List<?> before = database.query(sql);
        execute(database, alter(database, MOOD, enumOf("Mood", "ok", "never", "sad")));
        assertThat(database.query(sql)).isEqualTo(before);
    }

    @Test
    void a_label_that_rows_have_does_not_go(Database database) throws SQLException {
        execute(
                database,
                "CREATE TYPE \"Mood\" AS ENUM ('sad', 'ok'); CREATE TABLE t (m \"Mood\"); INSERT INTO t VALUES ('ok')");
        CanonicalSchema before = database.read();
        assertThatThrownBy(() -> execute(database, alter(database, MOOD, enumOf("Mood", "sad"))))
                .hasMessageContaining("invalid input value for enum \"Mood\": \"ok\"");
        assertThat(database.read()).isEqualTo(before);
    }

    /** A view keeps the type from being replaced, but not from getting labels. */
    /** The default goes before the label it names; the other one, which is new, comes after it. */
    @Test
    void a_label_goes_that_was_the_default_of_a_column_which_gets_another(Database database) throws SQLException {
        execute(
                database,
                "CREATE TYPE state AS ENUM ('pending', 'done'); CREATE TABLE job (id integer, state state DEFAULT"
                        + " 'pending'); INSERT INTO job VALUES (1, 'done')");
        CanonicalSchema from = database.read();
        EnumDefinition to = enumOf("state", "open", "done");
        Table job = from.schema().table("job").orElseThrow();
        Column state = job.column("state").orElseThrow();
        Column wanted = state.withGeneration(Generation.defaultTo("'open'::state"));
        ChangeSet changes = new ChangeSet(List.of(
                new Change.AlterColumn(job.name(), state, wanted),
                new Change.AlterEnum(enumOf("state", "pending", "done"), to)));

        database.run(database.plan(changes, from));

        Schema now = database.read().schema();
        assertThat(now.enums().values()).containsExactly(to);
        assertThat(now.table("job").orElseThrow().column("state")).contains(wanted);
    }

    @Test
    void labels_are_added_under_a_view(Database database) throws SQLException {
        execute(database, TABLES + "CREATE VIEW seen AS SELECT mood FROM plain WHERE mood = 'ok'");
        CanonicalSchema before = database.read();
        EnumDefinition to = enumOf("Mood", "zero", "first", "sad", "it's", "ok", "last");
        execute(database, alter(database, MOOD, to));
        assertOnlyLabelsChanged(database, before, to);
    }

    @Test
    void labels_are_added_under_a_domain_and_a_function(Database database) throws SQLException {
        execute(
                database,
                TABLES
                        + "CREATE DOMAIN calm AS \"Mood\"; CREATE FUNCTION f(\"Mood\") RETURNS integer LANGUAGE sql RETURN 1");
        CanonicalSchema before = database.read();
        EnumDefinition to = enumOf("Mood", "sad", "ok", "last");
        execute(database, alter(database, MOOD, to));
        assertOnlyLabelsChanged(database, before, to);
    }

    @Test
    void labels_do_not_go_under_a_view(Database database) throws SQLException {
        execute(database, TABLES + "CREATE VIEW seen AS SELECT mood FROM plain");
        assertThatThrownBy(() -> execute(database, alter(database, MOOD, enumOf("Mood", "ok", "sad"))))
                .hasMessageContaining("cannot alter type of a column used by a view or rule");
    }

    @Test
    void types_of_other_schemas_and_odd_names(Database database) throws SQLException {
        QualifiedName name = QualifiedName.of("o'dd %s", "\"it's\" 100%");
        EnumDefinition from = new EnumDefinition(name, List.of("a"));
        EnumDefinition to = new EnumDefinition(name, List.of("$$", "a", "\\b", "%s"));
        Database inScope = database.withScope(CatalogScope.with("o'dd %s"));
        execute(
                inScope,
                "CREATE SCHEMA \"o'dd %s\"; "
                        + inScope.ddl(new Change.CreateEnum(from)).get(0)
                        + "; CREATE TABLE \"o'dd %s\".\"t%s'\" (\"c%'\" \"o'dd %s\".\"\"\"it's\"\" 100%\" DEFAULT 'a')");
        CanonicalSchema before = inScope.read();
        execute(inScope, alter(inScope, from, to));
        assertOnlyLabelsChanged(inScope, before, to);
    }

    @Test
    void an_empty_type_gets_labels(Database database) throws SQLException {
        execute(database, "CREATE TYPE void AS ENUM (); CREATE TABLE t (v public.void)");
        CanonicalSchema before = database.read();
        EnumDefinition from = new EnumDefinition(QualifiedName.of("public", "void"), List.of());
        execute(database, alter(database, from, from.withLabels(List.of("a"))));
        assertOnlyLabelsChanged(database, before, from.withLabels(List.of("a")));
    }
}
