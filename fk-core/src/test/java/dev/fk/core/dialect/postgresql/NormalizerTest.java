package dev.fk.core.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fk.core.database.Database;
import dev.fk.core.dialect.CatalogScope;
import dev.fk.core.diff.Differ;
import dev.fk.core.schema.CanonicalSchema;
import dev.fk.core.schema.Check;
import dev.fk.core.schema.Column;
import dev.fk.core.schema.DataType;
import dev.fk.core.schema.EnumDefinition;
import dev.fk.core.schema.Exclusion;
import dev.fk.core.schema.Expression;
import dev.fk.core.schema.Generation;
import dev.fk.core.schema.Index;
import dev.fk.core.schema.IndexPart;
import dev.fk.core.schema.Options;
import dev.fk.core.schema.QualifiedName;
import dev.fk.core.schema.Schema;
import dev.fk.core.schema.Table;
import dev.fk.core.testing.OnPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The server writes expressions in its own words, and nothing of it is left. */
@OnPostgres
class NormalizerTest {
    private static final DataType INTEGER = new DataType.Int(DataType.Int.Size.REGULAR);
    private static final DataType VARCHAR = new DataType.Varchar(45);

    private static Table wish(QualifiedName name) {
        Column price =
                Column.of("price", new DataType.Other("NUMERIC(10,2)")).withGeneration(Generation.defaultTo("1+2"));
        Column title = Column.of("title", VARCHAR).withGeneration(Generation.defaultTo("('x' || 'y')"));
        Column twice = Column.of("twice", INTEGER)
                .withGeneration(new Generation.Computed(new Expression("id*2"), Generation.Computed.Storage.STORED));
        Index index = new Index(
                Optional.of("by_title"),
                List.of(
                        IndexPart.expression("lower(title)"),
                        IndexPart.column("id")
                                .withOptions(Options.of("opclass", "int4_ops"))
                                .asDescending()),
                false,
                Optional.empty(),
                Optional.of(new Expression("price>0 and title is not null")),
                Options.none());
        return Table.of(name, List.of(Column.of("id", INTEGER), price, title, twice))
                .withIndexes(List.of(index))
                .withChecks(List.of(
                        Check.of("positive", "price > 0 and id IN (1,2)"),
                        Check.of("other", name.name() + ".price > 1").withName(Optional.empty())))
                .withExclusions(List.of(new Exclusion(Optional.empty(), "exclude (id with =) where (id>0)")));
    }

    @Test
    void writes_every_expression_as_the_catalog_does(Database database) {
        CanonicalSchema wish = database.canonical(Schema.of(wish(QualifiedName.of("product"))));
        CanonicalSchema normal = database.normalize(wish, wish.schema().tables().keySet());
        Table table = normal.schema().table("product").orElseThrow();
        assertThat(table.column("price").orElseThrow().generation()).isEqualTo(Generation.defaultTo("(1 + 2)"));
        assertThat(table.checks())
                .extracting(c -> c.expression().sql())
                .containsExactly("(price > (0)::numeric) AND (id = ANY (ARRAY[1, 2]))", "price > (1)::numeric");
        assertThat(table.checks()).extracting(Check::name).containsExactly(Optional.of("positive"), Optional.empty());
        assertThat(table.indexes().get(0).where())
                .contains(new Expression("(price > (0)::numeric) AND (title IS NOT NULL)"));
        assertThat(table.indexes().get(0).parts().get(0).text()).isEqualTo("lower((title)::text)");
        assertThat(table.exclusions().get(0).definition())
                .isEqualTo("EXCLUDE USING btree (id WITH =) WHERE ((id > 0))");

        CanonicalSchema empty = database.read();
        database.run(database.plan(Differ.diff(empty, wish), empty));
        assertThat(Differ.diff(database.read(), normal).changes()).isEmpty();
    }

    @Test
    void leaves_nothing_behind(Database database) throws SQLException {
        execute(database, "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE product (id integer, m mood)");
        Database everything = database.withScope(CatalogScope.allSchemas());
        CanonicalSchema before = everything.read();
        Table table = wish(QualifiedName.of("product"));
        EnumDefinition mood = new EnumDefinition(QualifiedName.of("mood"), List.of("b", "c"));
        Column column = Column.of("m", new DataType.Named(mood.name())).withGeneration(Generation.defaultTo("'c'"));
        CanonicalSchema wish = database.canonical(Schema.of(
                List.of(table.withColumns(List.of(Column.of("id", INTEGER), column))
                        .withIndexes(List.of())
                        .withChecks(List.of())),
                List.of(mood)));
        CanonicalSchema normal = database.normalize(wish, Set.of(table.name()));
        assertThat(normal.schema()
                        .table("product")
                        .orElseThrow()
                        .column("m")
                        .orElseThrow()
                        .generation())
                .isEqualTo(Generation.defaultTo("'c'::mood"));
        assertThat(everything.read()).isEqualTo(before);
        assertThat(schemas(database)).isEqualTo("public");
    }

    @Test
    void stays_within_a_transaction_that_is_open(Database database) throws SQLException {
        CanonicalSchema wish = database.canonical(Schema.of(wish(QualifiedName.of("product"))));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE mine (id integer)");
            database.dialect()
                    .normalizer(database.server())
                    .normalize(connection, wish, wish.schema().tables().keySet());
            statement.execute("INSERT INTO mine VALUES (1)");
            assertThat(connection.getAutoCommit()).isFalse();
            connection.commit();
        }
        assertThat(database.read().schema().tables()).containsOnlyKeys(QualifiedName.of("mine"));
    }

    @Test
    void finds_the_types_and_functions_that_are_there(Database database) throws SQLException {
        execute(
                database,
                "CREATE DOMAIN positive AS integer CHECK (VALUE > 0);"
                        + "CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 / 2;"
                        + "CREATE SEQUENCE shared; CREATE TYPE mood AS ENUM ('a', 'b')");
        QualifiedName positive = QualifiedName.of("positive");
        Table table = Table.of(
                        QualifiedName.of("t"),
                        List.of(
                                Column.of("p", new DataType.Named(positive))
                                        .withGeneration(Generation.defaultTo("half(4)")),
                                Column.of("n", INTEGER).withGeneration(Generation.defaultTo("nextval('shared')")),
                                Column.of("m", new DataType.Named(QualifiedName.of("mood")))
                                        .withGeneration(Generation.defaultTo("'b'"))))
                .withChecks(List.of(Check.of("c", "half(n)>p")));
        CanonicalSchema wish = database.canonical(Schema.of(table));
        CanonicalSchema normal = database.normalize(wish, Set.of(table.name()));
        CanonicalSchema before = database.read();
        database.run(database.plan(Differ.diff(before.restrictedTo(List.of(), List.of()), wish), before));
        assertThat(database.read().schema().table("t"))
                .isEqualTo(normal.schema().table("t"));
    }

    @Test
    void keeps_tables_of_the_same_name_in_two_schemas_apart(Database database) throws SQLException {
        execute(database, "CREATE SCHEMA audit; CREATE TYPE audit.mood AS ENUM ('a')");
        EnumDefinition mood = new EnumDefinition(QualifiedName.of("audit", "mood"), List.of("a", "b"));
        Column column = Column.of("m", new DataType.Named(mood.name())).withGeneration(Generation.defaultTo("'b'"));
        Table one = Table.of(QualifiedName.of("t"), List.of(column)).withChecks(List.of(Check.of("c", "m='b'")));
        Table other =
                Table.of(QualifiedName.of("audit", "t"), List.of(column)).withChecks(List.of(Check.of("c", "m='a'")));
        CanonicalSchema wish = database.canonical(Schema.of(List.of(one, other), List.of(mood)));
        CanonicalSchema normal = database.normalize(wish, Set.of(one.name(), other.name()));
        assertThat(normal.schema()
                        .table("t")
                        .orElseThrow()
                        .checks()
                        .get(0)
                        .expression()
                        .sql())
                .isEqualTo("m = 'b'::audit.mood");
        assertThat(normal.schema()
                        .table(other.name())
                        .orElseThrow()
                        .checks()
                        .get(0)
                        .expression()
                        .sql())
                .isEqualTo("m = 'a'::audit.mood");
    }

    @Test
    void says_what_the_server_says_of_a_wrong_expression(Database database) {
        Table table = Table.of(QualifiedName.of("t"), List.of(Column.of("id", INTEGER)))
                .withChecks(List.of(Check.of("c", "nonsense > 1")));
        CanonicalSchema wish = database.canonical(Schema.of(table));
        assertThatThrownBy(() -> database.normalize(wish, Set.of(table.name())))
                .hasStackTraceContaining("column \"nonsense\" does not exist");
        assertThat(database.read().schema()).isEqualTo(Schema.empty());
    }

    @Test
    void tables_that_were_not_asked_for_stay_as_they_are(Database database) {
        CanonicalSchema wish = database.canonical(Schema.of(wish(QualifiedName.of("product"))));
        assertThat(database.normalize(wish, Set.of())).isEqualTo(wish);
    }

    private static String schemas(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT string_agg(nspname, ',' ORDER BY nspname) FROM pg_namespace"
                        + " WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
